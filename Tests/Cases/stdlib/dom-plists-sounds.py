# Recorded from CPython 3.11.7.
# Documents as trees of nodes, property lists, sounds, shelves.
import io
import os
import plistlib
import runpy
import shelve
import struct
import tempfile
import wave
import xml.dom.minidom

document = xml.dom.minidom.parseString('<a x="1&lt;"><b>t&amp;u</b><!-- c --><b y="2">v<d/>w</b><![CDATA[<z>]]></a>')
print(document.toxml())
print(document.toprettyxml(indent="  "))
root = document.documentElement
new = document.createElement("new")
new.setAttribute("k", 'v"')
new.appendChild(document.createTextNode("<x>"))
root.insertBefore(new, root.firstChild)
root.removeChild(root.lastChild)
print(root.toxml("utf-8"), new.nextSibling.tagName, [b.firstChild.data for b in root.getElementsByTagName("b")])
value = {"a": 1, "b": [1.5, True, "x<y"], "c": b"bytes" * 20, "e": {}}
print(plistlib.dumps(value).decode(), plistlib.loads(plistlib.dumps(value)) == value)
binary = plistlib.dumps(value, fmt=plistlib.FMT_BINARY)
print(len(binary), plistlib.loads(binary) == value)
sound = io.BytesIO()
with wave.open(sound, "wb") as file:
    file.setparams((2, 2, 44100, 0, "NONE", "not compressed"))
    file.writeframes(struct.pack("<4h", 1, 2, 3, 4))
sound.seek(0)
with wave.open(sound) as file:
    print(file.getparams(), file.readframes(1), file.tell())
folder = tempfile.mkdtemp()
with shelve.open(os.path.join(folder, "s"), writeback=True) as shelf:
    shelf["k"] = [1]
    shelf["k"].append(2)
with shelve.open(os.path.join(folder, "s")) as shelf:
    print(dict(shelf), "z" in shelf)
path = os.path.join(folder, "m.py")
with open(path, "w") as file:
    file.write("x = __name__")
print(runpy.run_path(path, run_name="r")["x"])
# expect: <?xml version="1.0" ?><a x="1&lt;"><b>t&amp;u</b><!-- c --><b y="2">v<d/>w</b><![CDATA[<z>]]></a>
# expect: <?xml version="1.0" ?>
# expect: <a x="1&lt;">
# expect:   <b>t&amp;u</b>
# expect:   <!-- c -->
# expect:   <b y="2">
# expect:     v
# expect:     <d/>
# expect:     w
# expect:   </b>
# expect: <![CDATA[<z>]]></a>
# expect:
# expect: b'<a x="1&lt;"><new k="v&quot;">&lt;x&gt;</new><b>t&amp;u</b><!-- c --><b y="2">v<d/>w</b></a>' b ['t&u', 'v']
# expect: <?xml version="1.0" encoding="UTF-8"?>
# expect: <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
# expect: <plist version="1.0">
# expect: <dict>
# expect: 	<key>a</key>
# expect: 	<integer>1</integer>
# expect: 	<key>b</key>
# expect: 	<array>
# expect: 		<real>1.5</real>
# expect: 		<true/>
# expect: 		<string>x&lt;y</string>
# expect: 	</array>
# expect: 	<key>c</key>
# expect: 	<data>
# expect: 	Ynl0ZXNieXRlc2J5dGVzYnl0ZXNieXRlc2J5dGVzYnl0ZXNieXRlc2J5dGVzYnl0ZXNi
# expect: 	eXRlc2J5dGVzYnl0ZXNieXRlc2J5dGVzYnl0ZXNieXRlc2J5dGVzYnl0ZXNieXRlcw==
# expect: 	</data>
# expect: 	<key>e</key>
# expect: 	<dict/>
# expect: </dict>
# expect: </plist>
# expect:  True
# expect: 193 True
# expect: _wave_params(nchannels=2, sampwidth=2, framerate=44100, nframes=2, comptype='NONE', compname='not compressed') b'\x01\x00\x02\x00' 1
# expect: {'k': [1, 2]} False
# expect: r
