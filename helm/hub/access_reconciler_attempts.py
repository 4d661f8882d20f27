"""How the access reconciler repeats what fails, and says so once."""

from collections.abc import Callable
from typing import TypeVar

from hub_files import Log

Result = TypeVar("Result")


class Attempts:
    """Steps that the next tick repeats where they fail. A failure is logged once, and so is the end of it."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._said: dict[str, str | None] = {}

    def run(self, what: str, action: Callable[[], Result]) -> Result | None:
        """The action's result, or None where it failed."""
        try:
            result = action()
        except Exception as error:  # noqa: BLE001 - one step that fails must not end the others
            self.note(what, str(error) or type(error).__name__)
            return None
        self.note(what, None)
        return result

    def note(self, topic: str, problem: str | None) -> None:
        """Logs what is new about a topic; None: nothing is wrong."""
        if self._said.get(topic) != problem:
            self._log(f"{topic}: {problem or 'all is well again'}")
        self._said[topic] = problem
