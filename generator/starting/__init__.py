"""Stage ``starting``: a publisher's answers in, the folder of a project of their own out."""

from generator.starting.project import HOSTS, Answers, Host, NotEmptyError, start

__all__ = ["HOSTS", "Answers", "Host", "NotEmptyError", "start"]
