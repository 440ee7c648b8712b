"""Notifications of users."""

from integr8s_conf import Section, hookimpl, setting


class Notifications(Section):
    """Notifications of users."""

    NOTIF_THROTTLE_WINDOW_HOURS: int = setting(
        1, "Length of the throttle window", unit="hours", gt=0
    )
    NOTIF_THROTTLE_MAX_PER_HOUR: int = setting(
        5, "Notifications per user and hour", unit="notifications", gt=0
    )
    NOTIF_MAX_SCHEDULE_DAYS: int = setting(
        25, "Furthest ahead that a notification can be scheduled", unit="days", gt=0
    )


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Notifications]
