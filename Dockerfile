FROM python:3.11-slim

# The bot needs no rights of its own beyond its data folder.
RUN useradd --create-home --uid 10001 bot
WORKDIR /app
COPY requirements.lock .
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN mkdir -p data && chown bot data
USER bot
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
