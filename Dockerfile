# One image, several processes: api, worker, clerk, relay. The command says which.
FROM python:3.11-slim-bookworm
RUN useradd --system --home-dir /griffie griffie
WORKDIR /griffie
COPY requirements.lock requirements.in pyproject.toml README.md LICENSE ./
RUN pip install --no-cache-dir --no-deps --require-hashes --only-binary :all: -r requirements.lock
COPY domain domain
COPY projections projections
COPY services services
COPY infra infra
RUN pip install --no-cache-dir --no-deps --no-build-isolation .
USER griffie
EXPOSE 8000
ENTRYPOINT ["griffie"]
CMD ["serve", "--host", "0.0.0.0"]
