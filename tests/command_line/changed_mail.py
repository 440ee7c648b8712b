"""A plugin whose keys changed: renamed, deprecated, removed."""

MAIL = '''
    from integr8s_conf import Section, hookimpl, removed, setting

    class Mail(Section):
        """Outgoing mail."""

        MAIL_HOST: str = setting("a", "Host", renamed_from=("SMTP_HOST", "SMTP"))
        MAIL_ROUTES: dict[str, object] = setting(dict, "Routes", renamed_from="ROUTES")
        MAIL_HOPS: list[dict[str, object]] = setting(list, "Hops", renamed_from="HOPS")
        MAIL_X: int = setting(1, "X", deprecated="use MAIL_HOST", renamed_from="SMTP_X")
        MAIL_TOKEN: str = setting("dev", "Token", secret=True, renamed_from="SMTP_TOKEN")
        MAIL_SPOOL = removed("mail is no longer spooled", version="2.0")

    @hookimpl
    def integr8s_sections():
        return [Mail]
'''
