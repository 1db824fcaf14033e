# Recorded from CPython 3.12.1.
import sys, importlib, importlib.util, importlib.abc, importlib.machinery, types, os, tempfile, zipfile, zipimport
print([getattr(f,'__name__',type(f).__name__) for f in sys.meta_path if 'istutils' not in type(f).__name__])
src={'virt':'x = 1\nfrom virt.sub import y\n','virt.sub':'y = 5\n','late':'z=9','broken':'1/0'}
class F(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        if name in src: 
            print('find',name,path if path is None else list(path))
            return importlib.util.spec_from_loader(name,self,is_package=name=='virt')
    def create_module(self,spec): return None
    def exec_module(self,m):
        exec(src[m.__name__],m.__dict__)
f=F()
sys.meta_path.insert(0,f)
import virt
print(virt.x,virt.y,virt.__path__,virt.__package__,virt.__spec__.name,virt.__loader__ is f)
import virt.sub as s; print(s.y)
try: import broken
except ZeroDivisionError as e: print('zde','broken' in sys.modules)
try: import nothing_here
except ModuleNotFoundError as e: print(e)
try: import virt.nope
except ModuleNotFoundError as e: print(e)
print(importlib.util.find_spec('late').loader is f)
sys.meta_path.remove(f); sys.meta_path.append(f)
import late; print(late.z)
import json as j; print(j.dumps(1))
import colorsys
sys.meta_path.remove(f)
d=tempfile.mkdtemp(); z=os.path.join(d,'a.zip')
with zipfile.ZipFile(z,'w') as a:
    a.writestr('zm.py','v=3\ndef f(): return __file__\n'); a.writestr('zp/__init__.py','from .q import w\n'); a.writestr('zp/q.py','w=7\nimport zm\n'); a.writestr('zp/data.txt','hi')
    a.writestr('ns/',''); a.writestr('inner/deep.py','k=1'); a.writestr('ns/m.py','n=2')
sys.path.insert(0,z)
import zm, zp
print(zm.v, os.path.relpath(zm.f(),d), zp.w, zp.q.zm is zm, [os.path.relpath(p,d) for p in zp.__path__], zp.__loader__.__class__.__name__)
import ns.m; print(ns.m.n)
i=zipimport.zipimporter(z)
print(i.is_package('zp'),i.get_source('zm'),i.get_data('zp/data.txt'),os.path.relpath(i.get_filename('zp'),d),i.prefix)
print(zp.__loader__.get_data(os.path.join(os.path.dirname(zp.__file__),'data.txt')))
i2=zipimport.zipimporter(z+'/inner'); print(i2.prefix,i2.get_code('deep').co_name)
try: i.get_code('no')
except zipimport.ZipImportError as e: print(e)
for p in ('',d,d+'/nofile','/'):
    try: zipimport.zipimporter(p)
    except ImportError as e: print(type(e).__name__, str(e).replace(d,'D'))
sys.path.append(z+'/inner'); import deep; print(deep.k)
class Sub(types.ModuleType):
    @property
    def answer(self): return 42
m=types.ModuleType('pm'); sys.modules['pm']=m; m.__class__=Sub
import pm; print(pm.answer)
from pm import answer; print(answer)
class L2:
    def __init__(s,n): s.n=n
    def load_module(s,n):
        m=sys.modules.setdefault(n,types.ModuleType(n)); m.legacy=s.n; return m
def hook(p):
    print('hook',p) if p=='special:' else None
    if p!='special:': raise ImportError
    class G:
        def find_spec(self,n,t=None):
            if n=='spam': return importlib.machinery.ModuleSpec(n,L2(3))
    return G()
sys.path_hooks.insert(0,hook); sys.path_importer_cache.clear(); sys.path.append('special:')
import spam; print(spam.legacy)
try: import spam2
except ImportError as e: print(e)
sys.path_hooks.remove(hook)
print(importlib.machinery.PathFinder.find_spec('zm').origin.endswith('a.zip/zm.py'))
print(importlib.util.find_spec('zp.q').name, importlib.util.find_spec('json') is not None,importlib.util.find_spec('sys').origin)
saved=sys.meta_path[:]; sys.meta_path[:]=[]
try: import chunk_none
except ImportError as e: print(e)
sys.meta_path[:]=saved
importlib.invalidate_caches()
# expect: ['BuiltinImporter', 'FrozenImporter', 'PathFinder']
# expect: find virt None
# expect: find virt.sub []
# expect: 1 5 [] virt virt True
# expect: 5
# expect: find broken None
# expect: zde False
# expect: No module named 'nothing_here'
# expect: No module named 'virt.nope'
# expect: find late None
# expect: True
# expect: find late None
# expect: 9
# expect: 1
# expect: 3 a.zip/zm.py 7 True ['a.zip/zp'] zipimporter
# expect: 2
# expect: True v=3
# expect: def f(): return __file__
# expect:  b'hi' a.zip/zp/__init__.py 
# expect: b'hi'
# expect: inner/ <module>
# expect: can't find module 'no'
# expect: ZipImportError archive path is empty
# expect: ZipImportError not a Zip file
# expect: ZipImportError not a Zip file
# expect: ZipImportError not a Zip file
# expect: 1
# expect: 42
# expect: 42
# expect: hook special:
# expect: 3
# expect: No module named 'spam2'
# expect: True
# expect: zp.q True built-in
# expect: No module named 'chunk_none'
