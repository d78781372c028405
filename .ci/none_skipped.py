"""Fail when a JUnit report holds a skipped test, or none at all."""

import sys
import xml.etree.ElementTree as ET

suites = ET.parse(sys.argv[1]).getroot().iter("testsuite")
totals = [(int(suite.get("tests", 0)), int(suite.get("skipped", 0))) for suite in suites]
ran, skipped = (sum(column) for column in zip(*totals, strict=True))
if skipped:
    for case in ET.parse(sys.argv[1]).getroot().iter("testcase"):
        if (found := case.find("skipped")) is not None:
            print(f"skipped: {case.get('classname')}.{case.get('name')}: {found.get('message')}")
if skipped or not ran:
    sys.exit(f"{ran} tests, {skipped} skipped that should run")
