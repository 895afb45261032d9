package io.github.cloudwatchlogging.logback;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import ch.qos.logback.core.spi.ContextAware;
import io.github.cloudwatchlogging.delivery.DeliveryListener;
import io.github.cloudwatchlogging.delivery.EventExcerpt;
import io.github.cloudwatchlogging.delivery.FlushResult;
import io.github.cloudwatchlogging.delivery.Trouble;
import io.github.cloudwatchlogging.delivery.TroubleListener;
import io.github.cloudwatchlogging.event.AccountIds;
import io.github.cloudwatchlogging.event.Destination;
import io.github.cloudwatchlogging.template.Template;
import org.jspecify.annotations.Nullable;

/**
 * Tells an operator through Logback's status messages. Never as an error: Spring Boot
 * ends an application whose Logback has one while it is configured.
 */
final class StatusReporter implements DeliveryListener {

	private final ContextAware status;

	private final TroubleListener troubles;

	private volatile @Nullable DestinationNames names;

	private final AtomicBoolean encoderFailureTold = new AtomicBoolean();

	private final AtomicBoolean defectTold = new AtomicBoolean();

	private final AtomicBoolean oversizeTold = new AtomicBoolean();

	private final LimitedWarnings failing = limitedWarnings();

	private final LimitedWarnings recovered = limitedWarnings();

	private final LimitedWarnings refused = limitedWarnings();

	private final LimitedWarnings rejected = limitedWarnings();

	private final LimitedWarnings defects = limitedWarnings();

	/**
	 * Creates a reporter.
	 * @param status where to
	 * @param troubles hears of troubles too
	 */
	StatusReporter(ContextAware status, TroubleListener troubles) {
		this.status = status;
		this.troubles = troubles;
	}

	private LimitedWarnings limitedWarnings() {
		return new LimitedWarnings(this::warn, System::nanoTime);
	}

	@Override
	public void deliveryFailing(Destination destination, Trouble trouble) {
		this.failing.warn("Cannot deliver to " + name(destination) + ": " + trouble + ". " + advice(trouble)
				+ " Events are kept while the buffer has room.");
		this.troubles.deliveryFailing(shown(destination), trouble);
	}

	/**
	 * Sets what makes the names of destinations readable.
	 */
	void setNames(DestinationNames names) {
		this.names = names;
	}

	private Destination shown(Destination destination) {
		DestinationNames current = this.names;
		return (current != null) ? current.shown(destination) : destination;
	}

	private String name(Destination destination) {
		return AccountIds.hide(shown(destination).toString());
	}

	private String name(String group) {
		DestinationNames current = this.names;
		return AccountIds.hide((current != null) ? current.shown(group) : group);
	}

	private void warn(String message) {
		this.status.addWarn(message);
	}

	private void warn(String message, Throwable failure) {
		this.status.addWarn(message, failure);
	}

	private static String advice(Trouble trouble) {
		return switch (trouble.kind()) {
			case THROTTLED -> "The call is repeated with growing delays.";
			case UNAVAILABLE, UNREACHABLE -> "The call is repeated until the service answers.";
			case STORAGE -> "Make room, and let the application write there. It is tried again until it works.";
			case CLOCK -> "Correct the machine's clock. The call is repeated with the service's time.";
			case LIMIT_REACHED -> "Delete log groups that nobody needs, or ask AWS for a higher quota.";
			case DENIED -> "Check the credentials, and allow logs:PutLogEvents"
					+ " (and logs:CreateLogStream and logs:CreateLogGroup where they are to be created).";
			case NOT_CONFIGURED -> "Set the region and the credentials.";
			case MISSING -> "Create it, or let it be created.";
			case INVALID -> "The call is repeated slowly; check the names and the settings.";
			case INTERNAL -> "This is a defect of the appender; please report it.";
		};
	}

	@Override
	public void deliveryRecovered(Destination destination, int attempts) {
		this.recovered.warn("Delivering to " + name(destination) + " again, after " + attempts + " failed calls.");
		this.troubles.deliveryRecovered(shown(destination), attempts);
	}

	@Override
	public void eventRefused(Destination destination, EventExcerpt event, Trouble trouble) {
		this.refused.warn("The service refused an event for " + name(destination) + " for good, it is dropped: "
				+ trouble + ". It was logged at " + event.time() + " and begins with: " + event.beginning());
	}

	@Override
	public void batchRefused(Destination destination, int events, Trouble trouble) {
		this.refused.warn("The service refused a batch of " + events + " events for " + name(destination)
				+ " for good, they are dropped: " + trouble);
	}

	@Override
	public void batchUnreadable(Destination destination, int events, Trouble trouble) {
		this.refused.warn("Gave up " + events + " events for " + name(destination)
				+ ": their file cannot be read back. " + trouble);
	}

	@Override
	public void eventsExpired(Destination destination, int events) {
		this.rejected.warn("Gave up " + events + " events for " + name(destination)
				+ ": they waited for so long that the service would not take them any more (14 days).");
	}

	@Override
	public void spoolFailing(Throwable cause) {
		warn("No file can be had in spool.directory: " + cause
				+ ". New events are kept in memory, where they do not survive the process, until one can.");
	}

	@Override
	public void spoolWorking() {
		warn("New events are kept in files of spool.directory again.");
	}

	@Override
	public void eventsRecovered(long events, int processes) {
		this.status
			.addInfo("Delivering " + events + " events that " + processes + " earlier processes left in the spool.");
	}

	@Override
	public void recoveryFailed(String owner, Throwable cause) {
		warn("Cannot take over what the process " + owner + " left in the spool: " + cause
				+ ". It stays there, and is tried again at the next start.");
	}

	@Override
	public void batchFileDamaged(String path, String reason) {
		warn("A file in the spool is damaged: " + reason + ". What is whole is delivered; the file is kept as " + path
				+ ". Further ones are counted, not told.");
	}

	@Override
	public void eventsRejected(Destination destination, long events) {
		this.rejected.warn("The service left out " + events + " events for " + name(destination)
				+ ": they are older than 14 days or the group's retention, or more than 2 hours in the future.");
	}

	@Override
	public void entityRejected(Destination destination, String errorType) {
		warn("The service took the events for " + name(destination) + " without their entity: " + errorType
				+ ". Check entity.key-attributes and entity.attributes. Further ones are counted, not told.");
	}

	@Override
	public void tagsMissing(String group, Trouble trouble) {
		warn("The log group " + name(group) + " was created without its tags: " + trouble
				+ ". Allow logs:TagResource, and tag it.");
	}

	@Override
	public void retentionFailing(String group, Trouble trouble) {
		warn("Cannot set the retention of the log group " + name(group) + ": " + trouble
				+ ". Allow logs:PutRetentionPolicy. It is tried again; events are delivered meanwhile.");
	}

	@Override
	public void retentionSet(String group) {
		warn("The retention of the log group " + name(group) + " is set now.");
	}

	@Override
	public void bufferFull() {
		warn("The buffer is full: new events are dropped until the service takes some.");
	}

	@Override
	public void bufferHasRoom(long dropped) {
		warn("The buffer was full; " + dropped + " events were dropped meanwhile.");
	}

	@Override
	public void defect(Throwable defect) {
		if (this.defectTold.compareAndSet(false, true)) {
			warn("A defect in the delivery of events; it goes on. Please report it.", defect);
		}
		else {
			this.defects.warn("Another defect in the delivery of events; it goes on: " + defect);
		}
	}

	@Override
	public void leftBehind(FlushResult result, long inSpool) {
		warn("Stopped with " + result.left() + " undelivered events: "
				+ result.streams()
					.stream()
					.filter((stream) -> stream.left() > 0)
					.map((stream) -> stream.left() + " of " + name(stream.destination()))
					.collect(Collectors.joining(", "))
				+ ((inSpool > 0) ? ". In the spool, for the next start: " + inSpool : ""));
	}

	void encoderFailed(Throwable failure) {
		if (this.encoderFailureTold.compareAndSet(false, true)) {
			warn("An event could not be encoded and is dropped." + " Further ones are counted, not told.", failure);
		}
	}

	void metadataUnknown(String variable, String reason) {
		warn("The variable {" + variable + "} has no value (" + reason + "): names have '" + Template.NO_VALUE
				+ "' in its place as long as the appender runs.");
	}

	void oversizeDropped(String logger, int bytes) {
		if (this.oversizeTold.compareAndSet(false, true)) {
			warn("An event of the logger " + logger + " is dropped: its message of " + bytes
					+ " bytes is longer than a batch takes. Further ones are counted, not told.");
		}
	}

	/**
	 * Tells how many warnings were not told.
	 */
	void close() {
		List.of(this.failing, this.recovered, this.refused, this.rejected, this.defects)
			.forEach(LimitedWarnings::close);
	}

}
