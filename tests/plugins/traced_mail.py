"""A plugin that leaves the file ``imported`` where it is imported."""

MAIL = """
    import pathlib
    from integr8s_conf import Section, hookimpl, setting

    pathlib.Path("imported").touch()

    class Mail(Section):
        MAIL_HOST: str = setting("localhost", "Host")

    @hookimpl
    def integr8s_sections():
        return [Mail]
"""
