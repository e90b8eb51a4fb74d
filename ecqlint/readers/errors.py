class Unreadable(Exception):
    """A file that cannot be read: one line that says why and what to do."""
