"""The ready tests: each says what a plugin should keep, and fails with what to do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from ...comparison import resolved_defaults
from ..resolved import resolved
from . import answers, computing, declared, drawn, hooks, masking
from .documents import declaration_texts, reference_texts, written_defaults
from .subject import Subject, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType


class PluginContract:
    """What every plugin should keep: subclass it, and say which plugin is meant.

    ``class TestMail(PluginContract): plugin = mail`` is all: ``plugin`` is a module, or the name of
    an installed plugin.
    """

    plugin: ModuleType | str
    max_examples: ClassVar[int] = 50
    """How many values are drawn for each section, check or rule; drawing needs hypothesis."""

    def test_plugin_loads(self) -> None:
        """Nothing is wrong with it where no other plugin is installed."""
        _none(map(str, subject_of(self.plugin).alone.problems))

    def test_plugin_loads_beside_the_installed_ones(self) -> None:
        """It claims nothing that another plugin has, and contradicts none."""
        subject = subject_of(self.plugin)
        _none(subject.own(subject.together.problems, subject.others.problems))

    def test_hooks_have_the_right_names_and_signatures(self) -> None:
        """Each function that looks like a hook is one."""
        module = subject_of(self.plugin).module
        if module is None:
            pytest.skip("the plugin does not import")
        _none(hooks.hook_faults(module))

    def test_hooks_return_the_same_at_each_call(self) -> None:
        """What a hook returns depends on no call before."""
        _none(hooks.unsteady_hooks(self._sound()))

    def test_loading_order_does_not_matter(self) -> None:
        """Beside the installed plugins it gives the same, wherever it is found among them."""
        _none(hooks.order_dependence(self._sound()))

    def test_prose_is_a_text_for_each_section(self) -> None:
        """``integr8s_documentation`` returns Markdown for sections of this plugin."""
        _none(hooks.prose_faults(self._sound()))

    def test_each_section_has_a_docstring(self) -> None:
        """A section's docstring is what its page begins with."""
        _none(declared.undocumented_sections(subject_of(self.plugin)))

    def test_names_follow_the_form(self) -> None:
        """Keys are upper-case words joined by underscores, sections are in CapWords."""
        _none(declared.unfit_names(subject_of(self.plugin)))

    def test_each_key_has_a_type(self) -> None:
        """A type, or a check, says what a key may be."""
        _none(declared.untyped_keys(self._sound()))

    def test_each_key_has_a_description(self) -> None:
        """A description is one line for errors, documentation and editors."""
        _none(declared.poor_descriptions(self._sound()))

    def test_each_quantity_has_a_unit(self) -> None:
        """A number that is an amount of something says of what."""
        _none(declared.missing_units(self._sound()))

    def test_defaults_pass_their_own_rules(self) -> None:
        """Where nothing is set, nothing is wrong: of made and of changed defaults, too."""
        _none(declared.bad_defaults(self._sound()))

    def test_examples_pass_their_own_rules(self) -> None:
        """What hints and documentation show as good is good."""
        _none(declared.bad_examples(self._sound()))

    def test_checks_answer_with_a_text_or_none(self) -> None:
        """A check never raises, and shows no secret."""
        keys = self._sound().keys
        _none(
            fault
            for key in keys
            for value in answers.probes_of(key)
            for fault in answers.check_faults(key, value)
        )

    def test_checks_answer_for_every_value(self) -> None:
        """A check answers for whatever is of the type and within the bounds."""
        values = drawn.checked_values_of(self._sound())
        drawn.for_each(values, self.max_examples, _check_answers)

    def test_rules_answer_with_true_false_or_a_text(self) -> None:
        """A rule never raises: not for equal values either, nor for those at the bounds."""
        _none(answers.probed_judges(self._sound()))

    def test_rules_answer_for_all_sound_values(self) -> None:
        """A rule answers for whatever its keys take, whether it holds or not."""
        subject = self._sound()
        defaults = resolved_defaults(subject.together).values

        def judged(of: tuple[answers.Judge, dict[str, Any]]) -> None:
            values = {**defaults, **of[1]}
            if values.keys() >= {*of[0].keys}:
                _none(answers.judge_faults(of[0], values))

        drawn.for_each(drawn.sound_values_of(subject), self.max_examples, judged)

    def test_computed_values_follow_from_the_others(self) -> None:
        """A computing function reads its argument alone, and changes nothing."""
        _none(computing.computed_faults(self._sound(), {}))

    def test_computed_values_follow_from_all_valid_values(self) -> None:
        """A computing function has a value for whatever the other keys take."""
        subject = self._sound()

        def follow(values: dict[str, Any]) -> None:
            _none(computing.computed_faults(subject, values))

        if computing.computed_names(subject):
            drawn.for_each(drawn.configurations_of(subject), self.max_examples, follow)

    def test_secrets_are_masked_everywhere(self) -> None:
        """No secret is in an error, a page, a file, or a ``repr``."""
        _none(masking.shown_secrets(self._sound()))

    def test_documentation_can_be_generated(self) -> None:
        """The reference names each key, as Markdown and as HTML."""
        subject = self._sound()
        for form, text in reference_texts(subject.alone, {}).items():
            _none(
                f"{key.name} is not in the {form}" for key in subject.keys if key.name not in text
            )

    def test_files_can_be_generated(self) -> None:
        """The stubs are Python; the env file and the base file name each key."""
        subject = self._sound()
        texts = declaration_texts(subject.alone)
        compile(texts["stubs"], "stubs", "exec")
        for form, text in texts.items():
            _none(f"{key.name} is not in {form}" for key in subject.keys if key.name not in text)

    def test_schema_accepts_the_defaults(self) -> None:
        """The JSON Schema for editors finds nothing wrong with a file of defaults."""
        jsonschema: Any = pytest.importorskip(
            "jsonschema", reason="install jsonschema for the test of the schema"
        )
        subject = self._sound()
        schema = json.loads(declaration_texts(subject.alone)["schema"])
        validator = jsonschema.Draft202012Validator(schema)
        _none(
            f"{error.json_path}: {error.message}"
            for error in validator.iter_errors(written_defaults(subject.alone))
        )

    def test_valid_configurations_are_accepted(self) -> None:
        """Whatever fits the declared types and rules loads."""
        subject = self._sound()
        standing = resolved_defaults(subject.together).problems

        def accepted(values: dict[str, Any]) -> None:
            _none(subject.own(resolved(subject.together, values).problems, standing))

        drawn.for_each(drawn.configurations_of(subject), self.max_examples, accepted)

    def test_misconfigurations_are_refused(self) -> None:
        """Whatever breaks a declared type or rule is a problem that names the key."""
        subject = self._sound()

        def refused(wrong: Any) -> None:
            problems = resolved(subject.together, wrong.values).problems
            if wrong.key not in {problem.key for problem in problems}:
                pytest.fail(f"{wrong.key} is accepted with {wrong.fault}", pytrace=False)

        drawn.for_each(drawn.misconfigurations_of(subject), self.max_examples, refused)

    def _sound(self) -> Subject:
        """Return the plugin under test; skip where it does not load, which a test says."""
        subject = subject_of(self.plugin)
        if subject.alone.problems:
            pytest.skip("the plugin does not load: see test_plugin_loads")
        if subject.own(subject.together.problems, subject.others.problems):
            pytest.skip("it does not fit: see test_plugin_loads_beside_the_installed_ones")
        return subject


def _check_answers(of: tuple[Any, Any]) -> None:
    key, value = of
    typed = answers.typed_unchecked(key, value)
    if typed is not None:
        _none(answers.check_faults(key, typed))


def _none(faults: Iterable[str]) -> None:
    """Fail with all the faults, where there is one."""
    if found := list(dict.fromkeys(faults)):
        pytest.fail("\n".join(found), pytrace=False)
