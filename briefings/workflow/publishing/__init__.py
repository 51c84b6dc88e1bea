"""Publishing: editions, scheduled ones too, their addresses, and the read rows."""
