"""The debugger driven by clicks: a breakpoint in the gutter, a stop, variables, steps."""
CELL = """def total(numbers):
    result = 0
    for n in numbers:
        square = n * n
        result += square
    return result
total([1, 2, 3])"""


def test_a_breakpoint_set_by_a_click_stops_and_shows_variables(notebook, pictures):
    page = notebook([CELL])
    page.page.locator("[data-command='debugger:toggle'], .jp-DebuggerBugButton").first.click()
    page.page.locator(".jp-DebuggerBugButton[aria-pressed=true]").first.wait_for(timeout=20_000)
    page.page.wait_for_timeout(1000)
    # Line 5, in the gutter.
    line = page.page.locator(".jp-Cell").first.locator(".cm-lineNumbers .cm-gutterElement", has_text="5").first
    box = line.bounding_box()
    gutter_box = page.page.locator(".jp-Cell").first.locator(".cm-gutter.cm-breakpoint-gutter").bounding_box()
    page.page.mouse.click(gutter_box["x"] + gutter_box["width"] / 2, box["y"] + box["height"] / 2)
    page.page.wait_for_timeout(1000)
    page.command("notebook:run-cell", wait=False)
    variables = page.page.locator(".jp-DebuggerVariables")
    variables.get_by_text("square", exact=True).first.wait_for(timeout=20_000)
    page.picture(pictures / "debugger.png")
    page.command("debugger:continue", wait=False)
    page.page.wait_for_timeout(500)
    page.command("debugger:continue", wait=False)
    page.page.wait_for_timeout(500)
    page.command("debugger:continue", wait=False)
    page.page.wait_for_function(
        "() => (window.jupyterapp || window.jupyterlab).shell.currentWidget.content.widgets[0].model.executionCount === 1",
        timeout=20_000)
    assert page.text(0) == "14"
