package io.github.cloudwatchlogging.endtoend;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.turbo.MarkerFilter;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.Status;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import io.github.cloudwatchlogging.test.EmbeddedCloudWatchLogs;
import io.github.cloudwatchlogging.test.junit.CloudWatchLogsExtension;
import io.github.cloudwatchlogging.test.store.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which events of a {@code logback.xml} are taken, and where each of them arrives.
 */
class RoutingTests {

	private static final String AUDIT = """
			<route>
				<logger>audit.*</logger>
				<group>audit</group>
				<stream>{logger:1}</stream>
			</route>
			""";

	@RegisterExtension
	static final CloudWatchLogsExtension logs = new CloudWatchLogsExtension();

	private final EmbeddedCloudWatchLogs server = logs.server();

	@Test
	void theEventsOfSomeLoggersHaveAGroupOfTheirOwn() throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", AUDIT)) {
			application.logger("audit.login").info("jim came");
			application.logger("shop").info("sold");
			application.logger("audit.login.failed").info("joe did not");
			application.logger("auditor").info("looked");
		}
		assertThat(this.server.groups()).extracting((group) -> group.name()).containsExactlyInAnyOrder("test", "audit");
		assertThat(messages("audit", "login")).containsExactly("jim came");
		assertThat(messages("audit", "failed")).containsExactly("joe did not");
		assertThat(messages("test", "stream")).containsExactly("sold", "looked");
	}

	@Test
	void theFirstRouteThatTakesAnEventKeepsIt() throws Exception {
		String second = "<route><logger>audit</logger><group>second</group></route>";
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", AUDIT + second)) {
			application.logger("audit.login").info("jim came");
			application.logger("audit").info("not below audit");
		}
		assertThat(messages("audit", "login")).containsExactly("jim came");
		assertThat(messages("second", "stream")).containsExactly("not below audit");
		assertThat(messages("test", "stream")).isEmpty();
	}

	@Test
	void anEventThatGoesOnIsDeliveredAndCountedForEachDestination() throws Exception {
		String routes = """
				<route><logger>audit</logger><group>audit</group><continue>true</continue></route>
				<route><logger>shop</logger><group>shop</group></route>
				<route><level>WARN</level><stream>warnings</stream><continue>true</continue></route>
				""";
		LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", routes);
		application.logger("audit").warn("to three");
		application.logger("audit").info("to two");
		application.logger("shop").warn("to one");
		CloudWatchAppender appender = application.appender();
		application.close();
		assertThat(messages("audit", "stream")).containsExactly("to three", "to two");
		assertThat(messages("test", "warnings")).containsExactly("to three");
		assertThat(messages("test", "stream")).containsExactly("to three", "to two");
		assertThat(messages("shop", "stream")).containsExactly("to one");
		Balance balance = appender.snapshot().balance();
		assertThat(balance.accepted()).isEqualTo(6);
		assertThat(balance.delivered()).isEqualTo(6);
		assertThat(balance.isBalanced()).isTrue();
	}

	@Test
	void aRouteMayHaveAFormatOfItsOwn() throws Exception {
		String routes = """
				<route><logger>audit</logger><group>audit</group><format>json</format><continue>true</continue></route>
				<route><logger>audit</logger><group>short</group><pattern>%level</pattern><continue>true</continue></route>
				""";
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", routes)) {
			application.logger("audit").info("jim came");
		}
		assertThat(messages("audit", "stream")).singleElement().asString().contains("\"message\":\"jim came\"");
		assertThat(messages("short", "stream")).containsExactly("INFO");
		assertThat(messages("test", "stream")).containsExactly("jim came");
	}

	@Test
	void routesToOneDestinationDeliverAnEventOnce() throws Exception {
		String routes = "<route><stream>{mdc:stream}</stream><continue>true</continue></route>";
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", routes)) {
			application.mdc().put("stream", "stream");
			application.logger("a").info("once");
			application.mdc().put("stream", "other");
			application.logger("a").info("twice");
		}
		assertThat(messages("test", "stream")).containsExactly("once", "twice");
		assertThat(messages("test", "other")).containsExactly("twice");
	}

	@Test
	void aRouteWithALevelTakesLessAndTheRestGoesWhereAllOthersGo() throws Exception {
		String route = "<route><logger>audit</logger><level>warn</level><group>audit</group></route>";
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", route)) {
			application.logger("audit").info("minor");
			application.logger("audit").warn("major");
		}
		assertThat(messages("audit", "stream")).containsExactly("major");
		assertThat(messages("test", "stream")).containsExactly("minor");
	}

	@Test
	void theLevelHoldsForAllThatHasNoneOfItsOwn() throws Exception {
		String options = """
				<level>WARN</level>
				<route><logger>audit</logger><level>DEBUG</level><group>audit</group></route>
				<route><logger>shop</logger><group>shop</group></route>
				""";
		LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", options);
		for (String logger : List.of("audit", "shop", "other")) {
			application.logger(logger).debug("{} debug", logger);
			application.logger(logger).warn("{} warn", logger);
		}
		CloudWatchAppender appender = application.appender();
		application.close();
		assertThat(messages("audit", "stream")).containsExactly("audit debug", "audit warn");
		assertThat(messages("shop", "stream")).containsExactly("shop warn");
		assertThat(messages("test", "stream")).containsExactly("other warn");
		assertThat(appender.snapshot().balance().accepted()).isEqualTo(4);
	}

	@Test
	void nothingIsTakenOfLoggersThatAreNotIncludedOrAreExcluded() throws Exception {
		String options = """
				<loggers>
					<include>com.example</include>
					<include>*.sql</include>
					<exclude>com.example.noise</exclude>
					<exclude>*Health*</exclude>
				</loggers>
				""" + AUDIT;
		LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", options);
		for (String logger : List.of("com.example", "com.example.shop.Order", "com.examples", "org.hibernate.sql",
				"org.hibernate.sql.Slow", "com.example.noise", "com.example.noise.Maker", "com.example.noises",
				"com.example.HealthCheck", "audit.login", "ROOT")) {
			application.logger(logger).info(logger);
		}
		CloudWatchAppender appender = application.appender();
		application.close();
		assertThat(messages("test", "stream")).containsExactly("com.example", "com.example.shop.Order",
				"org.hibernate.sql", "org.hibernate.sql.Slow", "com.example.noises");
		assertThat(this.server.eventCount()).isEqualTo(5);
		assertThat(appender.snapshot().balance().accepted()).isEqualTo(5);
	}

	@Test
	void theFiltersOfLogbackStillApply() throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg", AUDIT)) {
			application.appender().addFilter(new WithoutSecrets());
			MarkerFilter turboFilter = new MarkerFilter();
			turboFilter.setMarker("PRIVATE");
			turboFilter.setOnMatch("DENY");
			turboFilter.start();
			application.context().addTurboFilter(turboFilter);
			Marker marker = MarkerFactory.getMarker("PRIVATE");
			application.logger("audit.login").info("secret");
			application.logger("audit.login").info(marker, "private");
			application.logger("audit.login").info("public");
			application.logger("shop").info("secret");
			application.logger("shop").info("public, too");
		}
		assertThat(messages("audit", "login")).containsExactly("public");
		assertThat(messages("test", "stream")).containsExactly("public, too");
	}

	@Test
	void moreLoggersThanAreRememberedAreRoutedAllTheSame() throws Exception {
		try (LogbackApplication application = LogbackApplication.startWithText(this.server, "%msg",
				AUDIT.replace("{logger:1}", "x"))) {
			for (int number = 0; number < 5_000; number++) {
				application.logger(((number % 2 == 0) ? "audit." : "other.") + number).info("{}", number);
			}
		}
		assertThat(messages("audit", "x")).hasSize(2_500).allMatch((number) -> Integer.parseInt(number) % 2 == 0);
		assertThat(messages("test", "stream")).hasSize(2_500);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					<level>loud</level>                                                | level = 'loud'
					<loggers><include>com. </include></loggers>                       | loggers.include
					<loggers><exclude>.</exclude></loggers>                           | loggers.exclude
					<route><logger>a</logger></route>                                 | routes[0] = '': It leads nowhere else.
					<route><group>a</group></route><route><group>b c</group></route>  | routes[1].group = 'b c'
					<route><stream>{tenant}</stream></route>                          | routes[0].stream = '{tenant}': There is no variable {tenant}. The variables are {account}
					<route><group>a</group><level>loud</level></route>                | routes[0].level = 'loud'
					<route><group>a</group><logger>a.</logger></route>                | routes[0].loggers = 'a.'
					<route><group>a</group><format>cbor</format></route>              | routes[0].format = 'cbor'
					<metadataTimeout>2 minutes</metadataTimeout>                      | metadata.timeout
					""")
	void whatCanNeverWorkEndsTheStart(String options, String reason) throws Exception {
		try (LogbackApplication application = LogbackApplication.start(this.server, options)) {
			assertThat(application.appender().isStarted()).isFalse();
			assertThat(application.context().getStatusManager().getCopyOfStatusList())
				.filteredOn((status) -> status.getLevel() == Status.ERROR)
				.singleElement()
				.extracting(Status::getMessage)
				.asString()
				.contains(reason);
		}
	}

	private List<String> messages(String group, String stream) {
		return this.server.events(group, stream).stream().map(ReceivedEvent::message).toList();
	}

	private static final class WithoutSecrets extends Filter<ILoggingEvent> {

		@Override
		public FilterReply decide(ILoggingEvent event) {
			return (event.getLevel() == Level.INFO && event.getMessage().equals("secret")) ? FilterReply.DENY
					: FilterReply.NEUTRAL;
		}

	}

}
