const LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR"];

const MOST_ROWS = 500;

const number = new Intl.NumberFormat("en");

function parsed(message) {
	try {
		const value = JSON.parse(message);
		return typeof value === "object" && value !== null ? value : null;
	} catch (error) {
		return null;
	}
}

function cell(tag, text, className) {
	const made = document.createElement(tag);
	made.textContent = text;
	made.className = className ?? "";
	return made;
}

/** The last events as the service holds them, the newest first. */
export class EventList {

	#list = document.getElementById("events");

	#level = document.getElementById("level");

	#text = document.getElementById("text");

	#follow = document.getElementById("follow");

	#empty = document.getElementById("empty");

	#count = document.getElementById("count");

	#waiting = [];

	lastNumber = 0;

	constructor() {
		this.#level.addEventListener("input", () => this.#filterAll());
		this.#text.addEventListener("input", () => this.#filterAll());
		this.#follow.addEventListener("input", () => this.add([]));
	}

	add(events) {
		if (events.length > 0) {
			this.lastNumber = events[events.length - 1].number;
			this.#waiting = [...this.#waiting, ...events].slice(-MOST_ROWS);
		}
		if (this.#follow.checked && this.#waiting.length > 0) {
			const rows = this.#waiting.map((event) => this.#row(event)).reverse();
			this.#waiting = [];
			this.#list.prepend(...rows);
			while (this.#list.childElementCount > MOST_ROWS) {
				this.#list.lastElementChild.remove();
			}
		}
		this.#showCount();
	}

	explain(text) {
		this.#empty.textContent = text;
	}

	#showCount() {
		const shown = this.#list.querySelectorAll("li:not([hidden])").length;
		this.#count.textContent = this.lastNumber > 0
			? `${number.format(shown)} of the last ${number.format(this.#list.childElementCount)}, ${number.format(this.lastNumber)} in all`
			: "";
		this.#empty.hidden = this.lastNumber > 0;
	}

	#row(event) {
		const json = parsed(event.message);
		const level = Math.max(0, LEVELS.indexOf(json?.level ?? "INFO"));
		const row = document.createElement("li");
		row.dataset.ofLevel = level;
		row.dataset.text = event.message.toLowerCase();
		const summary = document.createElement("summary");
		summary.append(
			cell("time", new Date(event.timestamp).toISOString().slice(11, 23)),
			cell("span", json?.level ?? "", "name"),
			cell("span", json?.message ?? event.message, "message"),
			cell("span", `${event.group} · ${event.stream}`, "place"),
		);
		const details = document.createElement("details");
		details.append(summary);
		details.addEventListener("toggle", () => this.#unfold(details, event, json), { once: true });
		row.append(details);
		this.#filter(row);
		return row;
	}

	#unfold(details, event, json) {
		const text = json ? JSON.stringify(json, null, 2) : event.message;
		details.append(cell("pre", text.replaceAll("\\n", "\n").replaceAll("\\t", "\t")));
	}

	#filterAll() {
		for (const row of this.#list.children) {
			this.#filter(row);
		}
		this.#showCount();
	}

	#filter(row) {
		const wanted = this.#text.value.trim().toLowerCase();
		row.hidden = Number(row.dataset.ofLevel) < Number(this.#level.value) || !row.dataset.text.includes(wanted);
	}

}
