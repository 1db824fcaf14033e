# Recorded from CPython 3.11.7.
import os, readline, tempfile
readline.clear_history()
for line in ("one", "two", "three"):
    readline.add_history(line)
print(readline.get_current_history_length(), [readline.get_history_item(i) for i in range(1, 5)])
readline.remove_history_item(0)
readline.replace_history_item(0, "2")
print([readline.get_history_item(i) for i in (1, 2)], readline.get_history_length())
path = os.path.join(tempfile.mkdtemp(), "history")
readline.write_history_file(path)
readline.clear_history()
readline.read_history_file(path)
print(readline.get_current_history_length(), readline.get_history_item(2))
readline.set_completer(len)
readline.set_completer_delims(" .")
print(readline.get_completer() is len, repr(readline.get_completer_delims()), repr(readline.get_line_buffer()))
for wrong in (lambda: readline.remove_history_item(9), lambda: readline.replace_history_item(-1, "x"), lambda: readline.read_history_file(path + "no")):
    try:
        wrong()
    except (ValueError, OSError) as e:
        print(type(e).__name__)
# expect: 3 ['one', 'two', 'three', None]
# expect: ['2', 'three'] -1
# expect: 2 three
# expect: True ' .' ''
# expect: ValueError
# expect: ValueError
# expect: FileNotFoundError
