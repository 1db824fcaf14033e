from IPython.core.interactiveshell import capture_output
