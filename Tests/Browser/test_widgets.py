"""Widgets that are moved and clicked in the browser change the objects in the kernel."""
CELLS = [
    """import ipywidgets as widgets
slider = widgets.IntSlider(value=3, min=0, max=20, description='n')
label = widgets.Label()
def show(change):
    label.value = 'square: %d' % change.new ** 2
slider.observe(show, names='value')
button = widgets.Button(description='Double', button_style='primary', icon='arrow-up')
def double(button):
    slider.value = 2 * slider.value
button.on_click(double)
progress = widgets.IntProgress(max=20, description='progress', bar_style='info')
widgets.jslink((slider, 'value'), (progress, 'value'))
widgets.VBox([widgets.HBox([slider, button]), progress, label])""",
    """import torch
@widgets.interact(rate=(0.0, 1.0, 0.05), steps=(1, 50), method=['sgd', 'momentum'])
def descend(rate=0.1, steps=10, method='sgd'):
    x = torch.tensor([4.0], requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=rate, momentum=0.9 if method == 'momentum' else 0.0)
    for _ in range(steps):
        optimizer.zero_grad()
        (x ** 2).sum().backward()
        optimizer.step()
    print('after %d steps: x = %.4f' % (steps, x.item()))""",
]


def test_a_slider_moved_in_the_browser_changes_its_value(notebook, pictures):
    page = notebook(CELLS)
    page.run_all()
    handle = page.page.locator(".jp-Cell").nth(0).locator(".noUi-handle")
    handle.wait_for(timeout=30_000)
    handle.focus()
    for _ in range(4):
        handle.press("ArrowRight")
    page.page.wait_for_timeout(500)
    assert page.run_cell("print(slider.value, repr(label.value))") == "7 'square: 49'\n"
    assert page.page.locator(".widget-label", has_text="square: 49").is_visible()

    page.page.get_by_role("button", name="Double").click()
    page.page.wait_for_timeout(500)
    assert page.run_cell("print(slider.value)") == "14\n"
    assert page.page.locator(".jp-Cell").nth(0).locator(".widget-readout").first.inner_text() == "14"

    # A change in the kernel moves the slider on the screen.
    page.run_cell("slider.value = 5")
    page.page.wait_for_function(
        "() => document.querySelector('.jp-Cell .widget-readout').innerText === '5'", timeout=10_000)
    page.picture(pictures / "widgets.png")


def test_interact_runs_the_function_again(notebook):
    page = notebook(CELLS[:1] + CELLS[1:])
    page.run_all()
    cell = page.page.locator(".jp-Cell").nth(1)
    cell.get_by_text("after 10 steps: x = 0.4295").wait_for(timeout=30_000)
    handle = cell.locator(".noUi-handle").nth(1)
    handle.focus()
    handle.press("ArrowRight")
    cell.get_by_text("after 11 steps").wait_for(timeout=10_000)
    cell.locator("select").select_option("momentum")
    cell.get_by_text("after 11 steps").wait_for(timeout=10_000)
    assert "momentum" in page.run_cell("descend.widget.kwargs")


def test_output_widgets_catch_what_is_printed_in_callbacks(notebook):
    page = notebook(["""import ipywidgets as widgets
out = widgets.Output()
button = widgets.Button(description='Say it')
@button.on_click
def say(b):
    with out:
        print('said in the widget')
        1 / 0
widgets.VBox([button, out])"""])
    page.run_all()
    page.page.get_by_role("button", name="Say it").click()
    page.page.locator(".jp-Cell .jp-OutputArea").get_by_text("said in the widget", exact=True).wait_for(timeout=10_000)
    page.page.locator(".jp-Cell .jp-OutputArea").get_by_text("ZeroDivisionError").first.wait_for(timeout=10_000)
