"""Why there is no server."""


class NotStarted(Exception):
    """The embedded server cannot run; the message says why and what would help."""
