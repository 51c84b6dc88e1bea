"""Inside a Word document: what its parts and elements say of the words in it. `formats.docx` reads a whole one."""
