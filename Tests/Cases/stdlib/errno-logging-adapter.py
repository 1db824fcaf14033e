# Recorded from CPython 3.11.7.
import errno, logging, os, sys
print(errno.ESHUTDOWN, errno.ENOBUFS, errno.errorcode[11], errno.errorcode[95], errno.ENOTSUP, len(errno.errorcode) > 120)
try: open('/nonexistent/file')
except OSError as e: print(errno.errorcode[e.errno])
logging.basicConfig(format='%(levelname)s %(name)s %(message)s', stream=sys.stdout, force=True)
class Adapter(logging.LoggerAdapter):
    def process(self, msg, kwargs): return '[%s] %s' % (self.extra['id'], msg), kwargs
a = Adapter(logging.getLogger('app'), {'id': 7}); a.warning('low %d', 3); a.info('no'); print(a.name, a.isEnabledFor(10))
# expect: 108 105 EAGAIN ENOTSUP 95 True
# expect: ENOENT
# expect: WARNING app [7] low 3
# expect: app False
