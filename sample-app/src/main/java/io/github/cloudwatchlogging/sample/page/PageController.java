package io.github.cloudwatchlogging.sample.page;

import java.util.List;

import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.store.LogGroup;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The embedded server, as the page sees and breaks it.
 */
@RestController
@RequestMapping("/page")
class PageController {

	private final @Nullable EmbeddedCloudWatchLogs server;

	private final @Nullable EventFeed feed;

	private volatile @Nullable ServiceFault fault;

	PageController(ObjectProvider<EmbeddedCloudWatchLogs> server) {
		this.server = server.getIfAvailable();
		this.feed = (this.server != null) ? new EventFeed(this.server) : null;
	}

	@GetMapping("/events")
	Arrivals events(@RequestParam(defaultValue = "0") long after) {
		if (this.feed == null) {
			throw noServer();
		}
		return new Arrivals(this.feed.after(after), this.fault);
	}

	@PutMapping("/fault/{fault}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void breakService(@PathVariable ServiceFault fault) {
		server().faults().heal();
		fault.strike(server().faults());
		this.fault = fault;
	}

	@DeleteMapping("/fault")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void healService() {
		server().faults().heal();
		this.fault = null;
	}

	@DeleteMapping("/streams")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void deleteStreams() {
		for (LogGroup group : server().groups()) {
			server().streams(group.name()).forEach((stream) -> server().deleteLogStream(group.name(), stream));
		}
	}

	private EmbeddedCloudWatchLogs server() {
		if (this.server == null) {
			throw noServer();
		}
		return this.server;
	}

	private static ResponseStatusException noServer() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND,
				"The events go to a service outside this application: only its embedded server can be seen and broken");
	}

	/**
	 * What has arrived, and how the service fails.
	 *
	 * @param events the events, in the order of their arrival
	 * @param fault how it fails, or {@code null}
	 */
	record Arrivals(List<ShownEvent> events, @Nullable ServiceFault fault) {

	}

}
