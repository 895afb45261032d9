package io.github.cloudwatchlogging.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/**
 * What a native image has to keep because it is bound before there is a context, and so
 * whatever the auto-configuration came to when the image was built.
 */
final class CloudWatchLogsRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindableRuntimeHintsRegistrar.forTypes(CloudWatchLogsProperties.class).registerHints(hints);
		// Looked for by name.
		hints.reflection()
			.registerTypeIfPresent(classLoader, "ch.qos.logback.classic.LoggerContext")
			.registerTypeIfPresent(classLoader, "software.amazon.awssdk.services.sts.StsClient");
	}

}
