"""How Django’s own pages write a day and a moment: as `briefings.desk_words` does. A package for each language."""
