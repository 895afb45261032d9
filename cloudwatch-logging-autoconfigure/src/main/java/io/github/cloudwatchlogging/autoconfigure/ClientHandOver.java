package io.github.cloudwatchlogging.autoconfigure;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Hands the context's client to the appender: as something to be created when the context
 * has its beans, so that the start does not wait for it; and for good when the context is
 * about to destroy them.
 */
final class ClientHandOver implements SmartInitializingSingleton, ApplicationListener<ContextClosedEvent> {

	private final ApplicationContext context;

	private final ObjectProvider<ContextAttachment> attachment;

	private final ObjectProvider<CloudWatchLogsClient> client;

	private final ClientOwnership ownership;

	private final CheckpointLifecycle checkpoint;

	ClientHandOver(ApplicationContext context, ObjectProvider<ContextAttachment> attachment,
			ObjectProvider<CloudWatchLogsClient> client, ClientOwnership ownership, CheckpointLifecycle checkpoint) {
		this.context = context;
		this.attachment = attachment;
		this.client = client;
		this.ownership = ownership;
		this.checkpoint = checkpoint;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.attachment
			.ifAvailable((available) -> available.contextStarted(this.client::getIfUnique, this.ownership.isTaken()));
		this.checkpoint.beansReady();
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		if (event.getApplicationContext() == this.context) {
			this.attachment.ifAvailable(ContextAttachment::contextClosing);
		}
	}

}
