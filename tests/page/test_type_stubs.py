"""The page comes up without Gradio's type stubs, which take half of the time that importing it takes."""

import subprocess
import sys

WATCHED = """
import sys
stubs = []
sys.addaudithook(lambda event, given: event == "open" and str(given[0]).endswith(".pyi") and stubs.append(given[0]))
import qa.page.app, gradio
assert gradio.Textbox().submit
print(stubs)
"""


def test_importing_the_page_neither_reads_nor_writes_type_stubs() -> None:
    ran = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, check=False)
    assert ran.stdout == "[]\n", ran.stderr


def test_a_gradio_without_them_is_imported_as_it_is() -> None:
    code = "import qa.page.type_stubs as it; it._FUNCTION = 'other'; import qa.page.app, gradio.component_meta as now"
    code += "; print(now.create_or_modify_pyi.__name__)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stdout == "create_or_modify_pyi\n", ran.stderr
