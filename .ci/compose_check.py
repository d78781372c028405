"""What `docker compose config` would say, where there is no Docker: that the file holds together."""

from __future__ import annotations

from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Check services, health checks, volumes, users and secrets."""
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    services = compose["services"]
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    faults = []
    for name, service in services.items():
        built = "build" in service
        faults += [f"{name}: no {what}" for what in ("restart", "image", "volumes") if what not in service]
        faults += [
            f"{name}: unknown volume {v}" for v in service["volumes"] if v.split(":")[0] not in compose["volumes"]
        ]
        if not ("HEALTHCHECK" in dockerfile if built else "healthcheck" in service):
            faults.append(f"{name}: no health check")
        if not ("\nUSER " in dockerfile if built else "user" in service):
            faults.append(f"{name}: runs as root")
        for other, how in service.get("depends_on", {}).items():
            if other not in services or how["condition"] != "service_healthy":
                faults.append(f"{name}: does not wait until {other} is healthy")
    if "NEO4J_PASSWORD=\n" not in example:
        faults.append(".env.example: no empty NEO4J_PASSWORD")
    if faults:
        raise SystemExit("\n".join(faults))


if __name__ == "__main__":
    main()
