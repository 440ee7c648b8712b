"""What a change would do: ``explain --set`` and ``--without``, and ``impact``."""
