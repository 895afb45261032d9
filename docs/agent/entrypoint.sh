#!/bin/sh
# Fills in the log group, starts the agent, and lets it read on for a while when it is to end.
set -eu

: "${LOG_GROUP_NAME:=/apps/orders}"
: "${LINGER_SECONDS:=20}"
: "${TEMPLATE:=/etc/cwagent-template/amazon-cloudwatch-agent.json}"
: "${CONFIG_DIRECTORY:=/etc/cwagentconfig}"
: "${AGENT:=/opt/aws/amazon-cloudwatch-agent/bin/start-amazon-cloudwatch-agent}"

case "$LOG_GROUP_NAME" in
	*[!A-Za-z0-9._/#-]*)
		echo "LOG_GROUP_NAME = '$LOG_GROUP_NAME': a log group has letters, digits and . - _ / # only." >&2
		exit 64
		;;
esac

mkdir -p "$CONFIG_DIRECTORY"
sed "s|LOG_GROUP_NAME|$LOG_GROUP_NAME|g" "$TEMPLATE" > "$CONFIG_DIRECTORY/amazon-cloudwatch-agent.json"

# The agent holds the last line back for five seconds, and sends every five.
ending=
trap 'ending=yes; sleep "$LINGER_SECONDS"; kill -TERM "$agent" 2> /dev/null || true' TERM INT
"$AGENT" &
agent=$!
status=0
wait "$agent" || status=$?
while [ -n "$ending" ] && kill -0 "$agent" 2> /dev/null; do
	status=0
	wait "$agent" || status=$?
done
exit "$status"
