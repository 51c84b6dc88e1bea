"""The list of briefings: its orders and filters, each in the address; its pages by place; and what it does in bulk."""
