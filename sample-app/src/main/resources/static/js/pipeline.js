const number = new Intl.NumberFormat("en");

function element(id) {
	return document.getElementById(id);
}

function sum(counts) {
	return Object.values(counts).reduce((total, count) => total + count, 0);
}

function byCause(counts) {
	const causes = Object.entries(counts).filter(([, count]) => count > 0);
	return causes.map(([cause, count]) => `${number.format(count)} ${cause}`).join(", ") || "0";
}

// An ISO 8601 duration of hours, minutes and seconds, as Java writes it.
function seconds(duration) {
	const [, hours, minutes, rest] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration) ?? [];
	return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0);
}

/** The delivery as a picture: what is where, and what moves. */
export class Pipeline {

	#last = null;

	show(status, health) {
		const events = status.events;
		const now = performance.now();
		this.#showCounts(events);
		this.#showPending(status);
		this.#showService(status);
		this.#showHealth(health);
		if (this.#last) {
			const elapsed = (now - this.#last.time) / 1000;
			this.#flow("intake", (events.accepted - this.#last.events.accepted) / elapsed);
			this.#flow("outflow", (events.delivered - this.#last.events.delivered) / elapsed);
		}
		this.#last = { events, time: now };
	}

	#showCounts(events) {
		const rejected = sum(events.rejected);
		const dropped = sum(events.dropped);
		element("accepted").value = number.format(events.accepted + events.recovered);
		element("delivered").value = number.format(events.delivered);
		element("rejected").textContent = byCause(events.rejected);
		element("rejected").classList.toggle("some", rejected > 0);
		element("dropped").textContent = byCause(events.dropped);
		element("dropped").classList.toggle("some", dropped > 0);
		const ends = events.delivered + rejected + dropped + events.left + events.pending;
		const balanced = events.accepted + events.recovered === ends;
		element("balance").textContent = balanced ? "balance" : "do not balance";
		element("balance").classList.toggle("some", !balanced);
	}

	#showPending(status) {
		const oldest = Math.max(0, ...status.streams.map((stream) => seconds(stream.oldestPendingAge)));
		element("pending").value = number.format(status.events.pending);
		element("age").textContent = status.events.pending > 0 ? `the oldest for ${oldest.toFixed(1)} s` : "nothing waits";
		element("tank").style.setProperty("--filled", status.bufferUsedBytes / status.bufferLimitBytes);
		element("tank").title = `${number.format(status.bufferUsedBytes)} of ${number.format(status.bufferLimitBytes)} bytes`;
	}

	#showService(status) {
		const failing = status.streams.find((stream) => stream.failing);
		const failure = failing?.lastFailure;
		element("service").dataset.failing = Boolean(failing);
		element("outflow").classList.toggle("blocked", Boolean(failing));
		element("trouble").textContent = failure ? `${failure.kind}: ${failure.code}` : "to CloudWatch Logs";
	}

	#showHealth(health) {
		const ours = health.components?.cloudWatchLogs ?? health;
		element("health").dataset.status = ours.status;
		element("health").textContent = ours.status;
		element("health").title = (ours.details?.reasons ?? []).join("\n");
	}

	#flow(id, rate) {
		const pipe = element(id);
		pipe.classList.toggle("flowing", rate > 0);
		pipe.firstElementChild.textContent = rate > 0 ? `${number.format(Math.round(rate))}/s` : "";
	}

	showUnreachable() {
		element("health").dataset.status = "?";
		element("health").textContent = "the application does not answer";
	}

}
