"""TLS to Neo4j: a real server with a certificate that an authority of ours has signed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from conftest import LINE, probe
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from graphcrm.errors import DatabaseError, InvalidInputError
from graphcrm.graph import Graph
from graphcrm.runtime import Connection, LocalNeo4j

DAY = timedelta(days=1)


def key_and_certificate(
    name: str, by: tuple[ec.EllipticCurvePrivateKey, x509.Certificate] | None = None
) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate]:
    """An authority, or a server's certificate for 127.0.0.1 that one has signed."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(by[1].subject if by else subject)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - DAY).not_valid_after(now + DAY)
    builder = builder.add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
    if by:
        here = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))])
        builder = builder.add_extension(here, critical=False)
    return key, builder.sign(by[0] if by else key, hashes.SHA256())


def pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The authority's certificate, another authority's, and what the server needs."""
    folder = tmp_path_factory.mktemp("tls")
    authority = key_and_certificate("Our authority")
    key, certificate = key_and_certificate("Neo4j", authority)
    (folder / "ca.pem").write_bytes(pem(authority[1]))
    (folder / "other.pem").write_bytes(pem(key_and_certificate("Another authority")[1]))
    (folder / "public.crt").write_bytes(pem(certificate))
    coded = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "private.key").write_bytes(key.private_bytes(*coded))
    return folder


@pytest.fixture(scope="module")
def secured(folder: Path, jars_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A server that takes both kinds of connections, so that it can be asked whether it has started."""
    home = tmp_path_factory.mktemp("neo4j") / "home"
    small = {"heap_mb": 256, "page_cache_mb": 64, "usual_port": False, "fast_start": True}
    server = LocalNeo4j(probe=probe, home=home, jars_dir=jars_dir, **small)
    policy = "dbms.ssl.policy.bolt"
    server._home.line = LINE._replace(
        settings=(
            *LINE.settings, "server.bolt.tls_level=OPTIONAL", f"{policy}.enabled=true", f"{policy}.client_auth=NONE",
            f"{policy}.base_directory={folder}", f"{policy}.private_key=private.key", f"{policy}.public_certificate=public.crt",
        )
    )  # fmt: skip
    yield server.start()
    server.stop()


def over_tls(connection: Connection, ca: Path | None, scheme: str = "bolt+s") -> Graph:
    port = connection.uri.rsplit(":", 1)[1]
    return Graph(f"{scheme}://127.0.0.1:{port}", (connection.username, connection.password), ca=ca)


def test_a_certificate_of_the_authority_that_is_named_is_trusted(secured: Connection, folder: Path) -> None:
    with over_tls(secured, folder / "ca.pem") as graph:
        assert graph.read("RETURN 1", int) == [1]
        assert graph._driver.encrypted


def test_any_other_is_refused_and_said(secured: Connection, folder: Path) -> None:
    for ca in (None, folder / "other.pem"):
        with over_tls(secured, ca) as graph, pytest.raises(DatabaseError) as refused:
            graph.read("RETURN 1", int)
        assert "does not answer" in refused.value.detail


def test_a_file_that_is_not_there_is_said(secured: Connection, folder: Path) -> None:
    with pytest.raises(InvalidInputError) as refused:
        over_tls(secured, folder / "none.pem")
    assert refused.value.field == "NEO4J_CA"


def test_a_command_connects_by_the_settings(secured: Connection, folder: Path, tmp_path: Path) -> None:
    port = secured.uri.rsplit(":", 1)[1]
    env = {
        "PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "NEO4J_URI": f"bolt+s://127.0.0.1:{port}",
        "NEO4J_USERNAME": secured.username, "NEO4J_PASSWORD": secured.password, "NEO4J_CA": str(folder / "ca.pem"),
    }  # fmt: skip
    run = [sys.executable, "-m", "graphcrm.cli", "db", "schema"]
    done = subprocess.run(run, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    refused = subprocess.run(
        run, env=env | {"NEO4J_CA": str(folder / "other.pem")}, capture_output=True, text=True, timeout=120, check=False
    )
    assert refused.returncode == 1
    assert secured.password not in refused.stderr
