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
    started = page.page.locator(".jp-DebuggerBugButton[aria-pressed=true]").first
    for _ in range(5):
        # The button is there before the kernel has told that it has a debugger.
        page.page.wait_for_timeout(1500)
        if not started.is_visible():
            page.page.locator(".jp-DebuggerBugButton").first.click()
    started.wait_for(timeout=10_000)
    # Line 5, in the gutter.
    line = page.page.locator(".jp-Cell").first.locator(".cm-lineNumbers .cm-gutterElement", has_text="5").first
    gutter = page.page.locator(".jp-Cell").first.locator(".cm-gutter.cm-breakpoint-gutter")
    box, place = line.bounding_box(), gutter.bounding_box()
    page.page.mouse.click(place["x"] + place["width"] / 2, box["y"] + box["height"] / 2)
    page.page.wait_for_timeout(2000)
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
