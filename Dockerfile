# The web app alone; its Neo4j is another container (docker-compose.yml).
FROM python:3.13-slim-bookworm AS build
WORKDIR /src
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /opt/graphcrm \
    && python -m venv /opt/build \
    && /opt/build/bin/pip install --no-cache-dir --require-hashes -r requirements-build.lock \
    && /opt/graphcrm/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY frontend frontend
COPY graphcrm graphcrm
RUN /opt/build/bin/python -m hatchling build -t wheel -d /dist \
    && /opt/graphcrm/bin/pip install --no-cache-dir --no-deps --no-index /dist/*.whl

FROM python:3.13-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin graphcrm \
    && install -d -o graphcrm -g graphcrm -m 0700 /data
COPY --from=build /opt/graphcrm /opt/graphcrm
ENV PATH=/opt/graphcrm/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    GRAPHCRM_DATA_DIR=/data
USER 10001
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["graphcrm", "serve", "--host", "0.0.0.0", "--port", "8000"]
