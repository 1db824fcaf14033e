"""`python -m uuid`: prints an identifier."""
import argparse
import uuid


def main():
    makers = {name: getattr(uuid, name) for name in ("uuid1", "uuid3", "uuid4", "uuid5")}
    known = {"@dns": uuid.NAMESPACE_DNS, "@url": uuid.NAMESPACE_URL, "@oid": uuid.NAMESPACE_OID, "@x500": uuid.NAMESPACE_X500}
    parser = argparse.ArgumentParser(prog="uuid.py", description="Makes an identifier.")
    parser.add_argument("-u", "--uuid", choices=tuple(makers), default="uuid4", help="which kind (default: uuid4)")
    parser.add_argument("-n", "--namespace", help="for uuid3 and uuid5: an identifier, @dns, @url, @oid or @x500")
    parser.add_argument("-N", "--name", help="for uuid3 and uuid5: the name in that namespace")
    options = parser.parse_args()
    make = makers[options.uuid]
    if options.uuid not in ("uuid3", "uuid5"):
        print(make())
    elif not options.namespace or not options.name:
        parser.error(f"Incorrect number of arguments. {options.uuid} requires a namespace and a name. "
                     "Run 'python -m uuid -h' for more information.")
    else:
        print(make(known.get(options.namespace) or uuid.UUID(options.namespace), options.name))
