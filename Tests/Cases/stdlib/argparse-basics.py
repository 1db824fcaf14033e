# Recorded from CPython 3.11.7.
import argparse

parser = argparse.ArgumentParser(prog="train", description="Train a model on a data set.")
parser.add_argument("data", nargs="+", help="folders with pictures")
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("--lr", type=float, default=1e-3, help="learning rate (default: %(default)s)")
group = parser.add_mutually_exclusive_group(required=True)
group.add_argument("--cpu", action="store_true")
group.add_argument("--device", choices=["cuda", "mps"])
print(parser.format_help())
print(parser.parse_args(["a", "-vv", "--lr", "2", "--device=mps"]))
print(parser.parse_known_args(["a", "--cpu", "--other", "1"]))
sub = argparse.ArgumentParser(prog="tool", exit_on_error=False)
commands = sub.add_subparsers(dest="command", help="what to do")
add = commands.add_parser("add", help="adds a thing")
add.add_argument("--size", type=int, nargs=2, metavar=("W", "H"))
print(sub.format_help(), add.format_usage())
print(sub.parse_args(["add", "--size", "3", "4"]))
for words in (["add", "--size", "3"], ["add", "--size", "a", "b"], ["remove"]):
    try:
        sub.parse_args(words)
    except (SystemExit, argparse.ArgumentError) as error:
        print(type(error).__name__, error)
# expect: usage: train [-h] [-v] [--lr LR] (--cpu | --device {cuda,mps}) data [data ...]
# expect:
# expect: Train a model on a data set.
# expect:
# expect: positional arguments:
# expect:   data                 folders with pictures
# expect:
# expect: options:
# expect:   -h, --help           show this help message and exit
# expect:   -v, --verbose
# expect:   --lr LR              learning rate (default: 0.001)
# expect:   --cpu
# expect:   --device {cuda,mps}
# expect:
# expect: Namespace(data=['a'], verbose=2, lr=2.0, cpu=False, device='mps')
# expect: (Namespace(data=['a'], verbose=0, lr=0.001, cpu=True, device=None), ['--other', '1'])
# expect: usage: tool [-h] {add} ...
# expect:
# expect: positional arguments:
# expect:   {add}       what to do
# expect:     add       adds a thing
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect:  usage: tool add [-h] [--size W H]
# expect:
# expect: Namespace(command='add', size=[3, 4])
# expect: SystemExit 2
# expect: SystemExit 2
# expect: ArgumentError argument command: invalid choice: 'remove' (choose from 'add')
