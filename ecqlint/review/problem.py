"""Why a review cannot be written."""

CHANGED = "was changed while it was read: run the review again"


class CannotReview(Exception):
    """A review that cannot be written: one line that says why and what to do."""
