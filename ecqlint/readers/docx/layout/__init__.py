"""The pages of a Word file, worked out as Word would: from the widths of its characters, line by line."""
