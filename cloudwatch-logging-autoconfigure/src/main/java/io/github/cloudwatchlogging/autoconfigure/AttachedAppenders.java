package io.github.cloudwatchlogging.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;
import ch.qos.logback.core.status.WarnStatus;
import io.github.cloudwatchlogging.aws.ClientSettings;
import io.github.cloudwatchlogging.logback.AppenderSettings;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.logback.WarningsOnConsole;
import io.github.cloudwatchlogging.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * The appenders that the application contexts of this JVM have attached to one
 * {@link LoggerContext}. Contexts with equal settings share an appender; others have one
 * each, and as they share the loggers too, each appender gets every event. Thread-safe.
 * <p>
 * It is a status listener because those are the only thing that belongs to a
 * {@code LoggerContext} and can outlive its reset, which Spring Boot does whenever
 * another context starts after one was closed. It listens to the {@code LoggerContext} as
 * well, for a reset that no context starts after: Logback reads a changed file again.
 */
final class AttachedAppenders implements StatusListener, LoggerContextListener {

	private static final String APPENDER_NAME = "CLOUDWATCH";

	private final LoggerContext loggerContext;

	private final List<AttachedAppender> appenders = new ArrayList<>();

	private AttachedAppenders(LoggerContext loggerContext) {
		this.loggerContext = loggerContext;
	}

	static boolean isIn(LoggerContext loggerContext) {
		return find(loggerContext.getStatusManager()) != null;
	}

	private static @Nullable AttachedAppenders find(StatusManager statusManager) {
		for (StatusListener listener : statusManager.getCopyOfStatusListenerList()) {
			if (listener instanceof AttachedAppenders attached) {
				return attached;
			}
		}
		return null;
	}

	static AttachedAppenders of(LoggerContext loggerContext) {
		StatusManager statusManager = loggerContext.getStatusManager();
		synchronized (statusManager) {
			AttachedAppenders earlier = find(statusManager);
			if (earlier != null) {
				return earlier;
			}
			AttachedAppenders attached = new AttachedAppenders(loggerContext);
			// The appender looks for listeners too, and would take this one for somebody
			// who tells the user.
			WarningsOnConsole.showFromNowUnlessHeard(loggerContext);
			statusManager.add(attached);
			return attached;
		}
	}

	/**
	 * Returns the appenders that somebody else has attached, or {@code null} if there are
	 * none.
	 */
	@Nullable DeclaredAppenders findDeclared() {
		return DeclaredAppenders.in(this.loggerContext, (appender) -> !isOurs(appender));
	}

	private synchronized boolean isOurs(CloudWatchAppender appender) {
		return this.appenders.stream().anyMatch((attached) -> attached.appender() == appender);
	}

	/**
	 * Attaches the appender for a context that starts, and those of other contexts again.
	 */
	synchronized AttachedAppender attach(CloudWatchLogsProperties properties, ClientSettings clientSettings,
			Function<ContextClient, AppenderSettings> settingsFactory) {
		ContextClient client = new ContextClient(clientSettings, ContextClient.patience());
		AppenderSettings settings = settingsFactory.apply(client);
		AttachedAppender.Key key = AttachedAppender.Key.of(properties, clientSettings, settings);
		this.appenders.removeIf((candidate) -> !candidate.key().equals(key) && detachUnlessHeld(candidate));
		AttachedAppender attached = find(key);
		if (attached == null) {
			attached = create(key, settings, client);
		}
		attached.hold();
		try {
			attachAgain();
		}
		catch (InvalidSettingException ex) {
			// The start fails: no later context is to meet an appender that cannot run.
			attached.letGo();
			this.appenders.remove(attached);
			throw ex;
		}
		return attached;
	}

	private @Nullable AttachedAppender find(AttachedAppender.Key key) {
		for (AttachedAppender candidate : this.appenders) {
			if (candidate.key().equals(key)) {
				return candidate;
			}
		}
		return null;
	}

	/**
	 * Attaches the appenders of living contexts again that a reset has detached.
	 */
	synchronized void attachAgain() {
		// A stop of Logback, as Spring Boot does before it configures it, removes all
		// listeners.
		if (!this.loggerContext.getCopyOfListenerList().contains(this)) {
			this.loggerContext.addListener(this);
		}
		ensureHeldAreAttached();
	}

	private void ensureHeldAreAttached() {
		for (AttachedAppender attached : this.appenders) {
			if (attached.isHeld()) {
				ensureAttached(attached);
			}
		}
	}

	private AttachedAppender create(AttachedAppender.Key key, AppenderSettings settings, ContextClient client) {
		CloudWatchAppender appender = new CloudWatchAppender();
		appender.setContext(this.loggerContext);
		appender.setName(APPENDER_NAME);
		appender.setSettings(settings);
		AttachedAppender attached = new AttachedAppender(key, appender, client);
		this.appenders.add(attached);
		return attached;
	}

	private void ensureAttached(AttachedAppender attached) {
		CloudWatchAppender appender = attached.appender();
		appender.startOrThrow();
		if (!root().isAttached(appender)) {
			root().addAppender(appender);
		}
	}

	/**
	 * Lets go of an appender whose context has ended. It stays attached while no other
	 * context lives, because what the end of the application logs belongs to it.
	 */
	synchronized void release(AttachedAppender attached) {
		attached.letGo();
		if (this.appenders.stream().anyMatch(AttachedAppender::isHeld)) {
			this.appenders.removeIf(this::detachUnlessHeld);
		}
	}

	private boolean detachUnlessHeld(AttachedAppender attached) {
		if (attached.isHeld()) {
			return false;
		}
		root().detachAppender(attached.appender());
		attached.appender().stop();
		return true;
	}

	private Logger root() {
		return this.loggerContext.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	@Override
	public void addStatusEvent(Status status) {
		// Only here to outlive a reset.
	}

	@Override
	public synchronized void onReset(LoggerContext context) {
		try {
			ensureHeldAreAttached();
		}
		catch (InvalidSettingException ex) {
			context.getStatusManager()
				.add(new WarnStatus("Nothing is shipped to CloudWatch Logs any more: Logback was reset, and the"
						+ " appender cannot start again. " + ex.getMessage(), this, ex));
		}
	}

	/**
	 * Logback ends. It was reset before, which has attached the appenders again.
	 */
	@Override
	public synchronized void onStop(LoggerContext context) {
		root().detachAndStopAllAppenders();
	}

	@Override
	public void onStart(LoggerContext context) {
		// Comes after a reset or a stop, which did what there was to do.
	}

	@Override
	public void onLevelChange(Logger logger, Level level) {
		// Levels are the loggers' own affair.
	}

}
