class Unreadable(Exception):
    """A file that cannot be read: one line that says why and what to do."""


class LibreOfficeMissing(RuntimeError):
    """LibreOffice is asked for and not installed: one line that says so and what to do."""
