package io.github.cloudwatchlogging.logback;

import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import io.github.cloudwatchlogging.template.NameRule;
import io.github.cloudwatchlogging.template.Template;
import io.github.cloudwatchlogging.template.VariableCatalog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * {@link EventVariables}.
 */
class EventVariablesTests {

	private final LoggerContext context = new LoggerContext();

	private final LoggingEvent event;

	EventVariablesTests() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		this.context.getMDCAdapter().put("tenant", "blue");
		this.event = new LoggingEvent("caller", this.context.getLogger("com.example.shop.Order"), Level.WARN, "x", null,
				null);
		this.event.setTimeStamp(1_800_000_000_007L);
		this.event.setThreadName("worker-1");
		this.event.addKeyValuePair(new KeyValuePair("nothing", null));
		this.event.addKeyValuePair(new KeyValuePair("order", 7));
		this.event.addKeyValuePair(new KeyValuePair("broken", new Object() {

			@Override
			public String toString() {
				throw new IllegalStateException("broken");
			}

		}));
		this.event.addMarker(MarkerFactory.getMarker("AUDIT"));
		this.event.addMarker(MarkerFactory.getMarker("OTHER"));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			{application},              shop
			{level},                    WARN
			{logger},                   com.example.shop.Order
			{logger:1},                 Order
			{logger:2},                 shop.Order
			{logger:4},                 com.example.shop.Order
			{logger:99},                com.example.shop.Order
			{thread},                   worker-1
			{mdc:tenant},               blue
			{mdc:other},                none
			{kv:order},                 7
			{kv:nothing},               none
			{kv:other},                 none
			{date:yyyy-MM-dd},          2027-01-15
			{date:HH-mm},               08-00
			{date:yyyyMMdd'T'HHmmss},   20270115T080000
			{marker},                   AUDIT
			{kv:broken},                none
			{profile},                  prod
			{version},                  1.2
			{region},                   eu-central-1
			{account},                  123456789012
			{instance},                 *{instance}
			{ec2:instance-id},          *{ec2:instance-id}
			{ecs:cluster},              *{ecs:cluster}
			{ecs:task-id},              *{ecs:task-id}
			{ecs:container},            *{ecs:container}
			{k8s:namespace},            *{k8s:namespace}
			{k8s:pod},                  *{k8s:pod}
			{property:known},           value
			{property:known:other},     value
			{property:unknown},         none
			{property:unknown:a:b},     a_b
			{property:unknown:},        none
			{property:aws.region:a},    a
			{env:NO_SUCH_VARIABLE:dev}, dev
			""")
	void eachVariableHasItsValue(String source, String expected) {
		assertThat(resolve("shop", source)).isEqualTo(expected);
	}

	@Test
	void theProcessAndItsHostAreKnown() {
		assertThat(resolve("shop", "{pid}")).isEqualTo(Long.toString(ProcessHandle.current().pid()));
		assertThat(resolve("shop", "{hostname}")).isNotBlank().isNotEqualTo(Template.NO_VALUE);
		assertThat(resolve("shop", "{ip}")).isNotBlank();
		assertThat(resolve("shop", "{uuid}")).matches("[0-9a-f-]{36}");
	}

	@Test
	void anApplicationWithoutANameIsCalledApplication() {
		assertThat(resolve(null, "{application}")).isEqualTo("application");
		assertThat(resolve(" ", "{application}")).isEqualTo("application");
	}

	@Test
	void anEventWithoutPairsHasNoneOfThem() {
		LoggingEvent plain = new LoggingEvent("caller", this.context.getLogger("ROOT"), Level.INFO, "x", null, null);
		assertThat(template("shop", "{kv:order}").resolve(plain)).isEqualTo("none");
		assertThat(template("shop", "{marker}").resolve(plain)).isEqualTo("none");
		assertThat(template("shop", "{logger:1}").resolve(plain)).isEqualTo("ROOT");
	}

	@Test
	void whatTheApplicationDoesNotSayIsAskedOfThePlatform() {
		VariableCatalog<ILoggingEvent> catalog = EventVariables.catalog(ApplicationInfo.UNKNOWN,
				Map.of("AWS_REGION", " ", "AWS_ROLE_ARN", "not an arn")::get);
		assertThat(Template.parse("{region}/{account}/{profile}/{version}", NameRule.LOG_STREAM, catalog).fixedName())
			.isEqualTo("*{region}/*{account}/none/none");
	}

	@Test
	void theRegionAndTheRoleOfTheSdkAreKnownAtOnce() {
		VariableCatalog<ILoggingEvent> catalog = EventVariables.catalog(ApplicationInfo.UNKNOWN,
				Map.of("AWS_REGION", "us-east-1", "AWS_ROLE_ARN", "arn:aws-cn:iam::210987654321:role/x")::get);
		assertThat(Template.parse("{region}/{account}", NameRule.LOG_STREAM, catalog).fixedName())
			.isEqualTo("us-east-1/210987654321");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{logger:0}", "{logger:x}", "{logger:}", "{logger:100}", "{date:}", "{date:nonsense}",
			"{date}", "{date:HH:mm}", "{mdc}", "{mdc:}", "{kv:}", "{marker:1}", "{env}", "{env:}", "{ec2:ami-id}",
			"{k8s:}" })
	void anArgumentThatCanNeverWorkIsRefused(String source) {
		assertThatIllegalArgumentException().isThrownBy(() -> template("shop", source))
			.withMessageMatching(".*(The variables are \\{account} \\{application} |yields values like '00:00').*");
	}

	private String resolve(@Nullable String application, String source) {
		return template(application, source).resolve(this.event);
	}

	private static Template<ILoggingEvent> template(@Nullable String application, String source) {
		return Template.parse(source, NameRule.LOG_STREAM,
				EventVariables.catalog(new ApplicationInfo(application, "prod", "1.2", "eu-central-1",
						"arn:aws:iam::123456789012:role/writer"), Map.of("known", "value")::get));
	}

}
