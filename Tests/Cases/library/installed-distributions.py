# Recorded from CPython 3.12.1.
import importlib.metadata as M, os, sys, tempfile
folder = tempfile.mkdtemp()
info = os.path.join(folder, "some_thing-1.2.dist-info")
os.mkdir(info)
with open(os.path.join(info, "METADATA"), "w") as file:
    file.write("Metadata-Version: 2.1\nName: Some.Thing\nVersion: 1.2\nSummary: short\nClassifier: A\nClassifier: B\nRequires-Dist: other (>1)\n\nlong text\n")
with open(os.path.join(info, "entry_points.txt"), "w") as file:
    file.write("[console_scripts]\nrun = thing.main:go [fast]\n\n[plugins]\nfirst = thing\n")
with open(os.path.join(info, "RECORD"), "w") as file:
    file.write("thing/__init__.py,sha256=abc,12\nthing/main.py,,\n")
os.mkdir(os.path.join(folder, "thing"))
for name in ("__init__.py", "main.py"):
    open(os.path.join(folder, "thing", name), "w").close()
sys.path.insert(0, folder)
d = M.distribution("some-thing")
print(d.name, d.version, d.requires, d.metadata["Summary"], d.metadata.get_all("Classifier"))
print([x.name for x in M.distributions(name="some_thing")], len([x for x in M.distributions(path=[folder])]))
print([str(f) for f in d.files], d.files[0].size, d.files[0].hash.mode, d.files[1].hash, M.requires("Some.Thing"))
e = sorted(d.entry_points)
print(e[0].name, e[0].value, e[0].group, e[0].module, e[0].attr, e[0].extras, sorted(d.entry_points.groups), d.entry_points.select(group="plugins").names)
print(M.packages_distributions()["thing"], M.version("some_thing"), M.distribution("some_thing").metadata.json["version"])
try:
    M.version("not-there")
except M.PackageNotFoundError as error:
    print(error, error.name)
# expect: Some.Thing 1.2 ['other (>1)'] short ['A', 'B']
# expect: ['Some.Thing'] 1
# expect: ['thing/__init__.py', 'thing/main.py'] 12 sha256 None ['other (>1)']
# expect: first thing plugins thing None [] ['console_scripts', 'plugins'] {'first'}
# expect: ['Some.Thing'] 1.2 1.2
# expect: No package metadata was found for not-there not-there
