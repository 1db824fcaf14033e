# Recorded from CPython 3.11.7.
# Paths of Windows as texts.
import ntpath
import os


def told(function, *args):
    try:
        print(function.__name__, args, repr(function(*args)))
    except Exception as error:
        print(function.__name__, args, type(error).__name__, error)


paths = ["", "c:\\a\\b.txt", "c:a", "\\\\srv\\share\\x\\y", "//srv/share", "\\\\?\\UNC\\srv\\share\\d", "a/b\\c", "c:", "/",
         "\\a\\..\\..\\b", "a\\.\\b\\..\\c", "..\\x", "c:/../x", ".bashrc", "a.b/c", b"c:\\x\\y.z", "\\\\?\\C:\\x", "a...txt"]
for path in paths:
    for function in (ntpath.splitdrive, ntpath.split, ntpath.splitext, ntpath.normcase, ntpath.normpath, ntpath.isabs):
        told(function, path)
for args in (("c:\\a", "b"), ("c:\\a", "d:b"), ("c:\\a", "C:b"), ("c:", "a"), ("a", "\\b"), ("\\\\s\\h", "x"), ("a/", "b"), ("a", ""),
             ("a", b"b"), ("c:/a", "/b")):
    told(ntpath.join, *args)
for args in (["C:\\a\\b", "c:\\A\\c"], ["a", "a\\b"], ["c:a", "\\b"], [], ["c:\\a", "d:\\a"]):
    told(ntpath.commonpath, args)
os.environ.update(foo="bar", USERPROFILE="C:\\Users\\me", USERNAME="me")
for path in ("$foo", "${foo}x", "%foo%", "%foo", "$$foo", "'$foo'$foo", "$nope", b"%foo%", "${foo", "%%", "a$%"):
    told(ntpath.expandvars, path)
for path in ("~", "~\\x", "~you\\y", "x~"):
    told(ntpath.expanduser, path)
for args in (("c:\\a\\b", "c:\\a\\c"), ("c:\\A", "C:\\a"), ("c:\\x", "d:\\x"), ("",)):
    told(ntpath.relpath, *args)
# expect: splitdrive ('',) ('', '')
# expect: split ('',) ('', '')
# expect: splitext ('',) ('', '')
# expect: normcase ('',) ''
# expect: normpath ('',) '.'
# expect: isabs ('',) False
# expect: splitdrive ('c:\\a\\b.txt',) ('c:', '\\a\\b.txt')
# expect: split ('c:\\a\\b.txt',) ('c:\\a', 'b.txt')
# expect: splitext ('c:\\a\\b.txt',) ('c:\\a\\b', '.txt')
# expect: normcase ('c:\\a\\b.txt',) 'c:\\a\\b.txt'
# expect: normpath ('c:\\a\\b.txt',) 'c:\\a\\b.txt'
# expect: isabs ('c:\\a\\b.txt',) True
# expect: splitdrive ('c:a',) ('c:', 'a')
# expect: split ('c:a',) ('c:', 'a')
# expect: splitext ('c:a',) ('c:a', '')
# expect: normcase ('c:a',) 'c:a'
# expect: normpath ('c:a',) 'c:a'
# expect: isabs ('c:a',) False
# expect: splitdrive ('\\\\srv\\share\\x\\y',) ('\\\\srv\\share', '\\x\\y')
# expect: split ('\\\\srv\\share\\x\\y',) ('\\\\srv\\share\\x', 'y')
# expect: splitext ('\\\\srv\\share\\x\\y',) ('\\\\srv\\share\\x\\y', '')
# expect: normcase ('\\\\srv\\share\\x\\y',) '\\\\srv\\share\\x\\y'
# expect: normpath ('\\\\srv\\share\\x\\y',) '\\\\srv\\share\\x\\y'
# expect: isabs ('\\\\srv\\share\\x\\y',) True
# expect: splitdrive ('//srv/share',) ('//srv/share', '')
# expect: split ('//srv/share',) ('//srv/share', '')
# expect: splitext ('//srv/share',) ('//srv/share', '')
# expect: normcase ('//srv/share',) '\\\\srv\\share'
# expect: normpath ('//srv/share',) '\\\\srv\\share'
# expect: isabs ('//srv/share',) True
# expect: splitdrive ('\\\\?\\UNC\\srv\\share\\d',) ('\\\\?\\UNC\\srv\\share', '\\d')
# expect: split ('\\\\?\\UNC\\srv\\share\\d',) ('\\\\?\\UNC\\srv\\share\\', 'd')
# expect: splitext ('\\\\?\\UNC\\srv\\share\\d',) ('\\\\?\\UNC\\srv\\share\\d', '')
# expect: normcase ('\\\\?\\UNC\\srv\\share\\d',) '\\\\?\\unc\\srv\\share\\d'
# expect: normpath ('\\\\?\\UNC\\srv\\share\\d',) '\\\\?\\UNC\\srv\\share\\d'
# expect: isabs ('\\\\?\\UNC\\srv\\share\\d',) True
# expect: splitdrive ('a/b\\c',) ('', 'a/b\\c')
# expect: split ('a/b\\c',) ('a/b', 'c')
# expect: splitext ('a/b\\c',) ('a/b\\c', '')
# expect: normcase ('a/b\\c',) 'a\\b\\c'
# expect: normpath ('a/b\\c',) 'a\\b\\c'
# expect: isabs ('a/b\\c',) False
# expect: splitdrive ('c:',) ('c:', '')
# expect: split ('c:',) ('c:', '')
# expect: splitext ('c:',) ('c:', '')
# expect: normcase ('c:',) 'c:'
# expect: normpath ('c:',) 'c:'
# expect: isabs ('c:',) False
# expect: splitdrive ('/',) ('', '/')
# expect: split ('/',) ('/', '')
# expect: splitext ('/',) ('/', '')
# expect: normcase ('/',) '\\'
# expect: normpath ('/',) '\\'
# expect: isabs ('/',) True
# expect: splitdrive ('\\a\\..\\..\\b',) ('', '\\a\\..\\..\\b')
# expect: split ('\\a\\..\\..\\b',) ('\\a\\..\\..', 'b')
# expect: splitext ('\\a\\..\\..\\b',) ('\\a\\..\\..\\b', '')
# expect: normcase ('\\a\\..\\..\\b',) '\\a\\..\\..\\b'
# expect: normpath ('\\a\\..\\..\\b',) '\\b'
# expect: isabs ('\\a\\..\\..\\b',) True
# expect: splitdrive ('a\\.\\b\\..\\c',) ('', 'a\\.\\b\\..\\c')
# expect: split ('a\\.\\b\\..\\c',) ('a\\.\\b\\..', 'c')
# expect: splitext ('a\\.\\b\\..\\c',) ('a\\.\\b\\..\\c', '')
# expect: normcase ('a\\.\\b\\..\\c',) 'a\\.\\b\\..\\c'
# expect: normpath ('a\\.\\b\\..\\c',) 'a\\c'
# expect: isabs ('a\\.\\b\\..\\c',) False
# expect: splitdrive ('..\\x',) ('', '..\\x')
# expect: split ('..\\x',) ('..', 'x')
# expect: splitext ('..\\x',) ('..\\x', '')
# expect: normcase ('..\\x',) '..\\x'
# expect: normpath ('..\\x',) '..\\x'
# expect: isabs ('..\\x',) False
# expect: splitdrive ('c:/../x',) ('c:', '/../x')
# expect: split ('c:/../x',) ('c:/..', 'x')
# expect: splitext ('c:/../x',) ('c:/../x', '')
# expect: normcase ('c:/../x',) 'c:\\..\\x'
# expect: normpath ('c:/../x',) 'c:\\x'
# expect: isabs ('c:/../x',) True
# expect: splitdrive ('.bashrc',) ('', '.bashrc')
# expect: split ('.bashrc',) ('', '.bashrc')
# expect: splitext ('.bashrc',) ('.bashrc', '')
# expect: normcase ('.bashrc',) '.bashrc'
# expect: normpath ('.bashrc',) '.bashrc'
# expect: isabs ('.bashrc',) False
# expect: splitdrive ('a.b/c',) ('', 'a.b/c')
# expect: split ('a.b/c',) ('a.b', 'c')
# expect: splitext ('a.b/c',) ('a.b/c', '')
# expect: normcase ('a.b/c',) 'a.b\\c'
# expect: normpath ('a.b/c',) 'a.b\\c'
# expect: isabs ('a.b/c',) False
# expect: splitdrive (b'c:\\x\\y.z',) (b'c:', b'\\x\\y.z')
# expect: split (b'c:\\x\\y.z',) (b'c:\\x', b'y.z')
# expect: splitext (b'c:\\x\\y.z',) (b'c:\\x\\y', b'.z')
# expect: normcase (b'c:\\x\\y.z',) b'c:\\x\\y.z'
# expect: normpath (b'c:\\x\\y.z',) b'c:\\x\\y.z'
# expect: isabs (b'c:\\x\\y.z',) True
# expect: splitdrive ('\\\\?\\C:\\x',) ('\\\\?\\C:', '\\x')
# expect: split ('\\\\?\\C:\\x',) ('\\\\?\\C:\\', 'x')
# expect: splitext ('\\\\?\\C:\\x',) ('\\\\?\\C:\\x', '')
# expect: normcase ('\\\\?\\C:\\x',) '\\\\?\\c:\\x'
# expect: normpath ('\\\\?\\C:\\x',) '\\\\?\\C:\\x'
# expect: isabs ('\\\\?\\C:\\x',) True
# expect: splitdrive ('a...txt',) ('', 'a...txt')
# expect: split ('a...txt',) ('', 'a...txt')
# expect: splitext ('a...txt',) ('a..', '.txt')
# expect: normcase ('a...txt',) 'a...txt'
# expect: normpath ('a...txt',) 'a...txt'
# expect: isabs ('a...txt',) False
# expect: join ('c:\\a', 'b') 'c:\\a\\b'
# expect: join ('c:\\a', 'd:b') 'd:b'
# expect: join ('c:\\a', 'C:b') 'C:\\a\\b'
# expect: join ('c:', 'a') 'c:a'
# expect: join ('a', '\\b') '\\b'
# expect: join ('\\\\s\\h', 'x') '\\\\s\\h\\x'
# expect: join ('a/', 'b') 'a/b'
# expect: join ('a', '') 'a\\'
# expect: join ('a', b'b') TypeError Can't mix strings and bytes in path components
# expect: join ('c:/a', '/b') 'c:/b'
# expect: commonpath (['C:\\a\\b', 'c:\\A\\c'],) 'C:\\a'
# expect: commonpath (['a', 'a\\b'],) 'a'
# expect: commonpath (['c:a', '\\b'],) ValueError Can't mix absolute and relative paths
# expect: commonpath ([],) ValueError commonpath() arg is an empty sequence
# expect: commonpath (['c:\\a', 'd:\\a'],) ValueError Paths don't have the same drive
# expect: expandvars ('$foo',) 'bar'
# expect: expandvars ('${foo}x',) 'barx'
# expect: expandvars ('%foo%',) 'bar'
# expect: expandvars ('%foo',) '%foo'
# expect: expandvars ('$$foo',) '$foo'
# expect: expandvars ("'$foo'$foo",) "'$foo'bar"
# expect: expandvars ('$nope',) '$nope'
# expect: expandvars (b'%foo%',) b'bar'
# expect: expandvars ('${foo',) '${foo'
# expect: expandvars ('%%',) '%'
# expect: expandvars ('a$%',) 'a$%'
# expect: expanduser ('~',) 'C:\\Users\\me'
# expect: expanduser ('~\\x',) 'C:\\Users\\me\\x'
# expect: expanduser ('~you\\y',) 'C:\\Users\\you\\y'
# expect: expanduser ('x~',) 'x~'
# expect: relpath ('c:\\a\\b', 'c:\\a\\c') '..\\b'
# expect: relpath ('c:\\A', 'C:\\a') '.'
# expect: relpath ('c:\\x', 'd:\\x') ValueError path is on mount 'c:', start on mount 'd:'
# expect: relpath ('',) ValueError no path specified
