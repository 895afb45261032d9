package io.github.cloudwatchlogging.sample.page;

import io.github.cloudwatchlogging.sample.SampleApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What a person sees of the page, in a real browser.
 */
class PageTests {

	private ConfigurableApplicationContext application;

	private Browser browser;

	@BeforeAll
	static void needsABrowser() {
		String reason = "The page is not tested: there is no Chromium with its chromedriver on the PATH"
				+ " (Debian: chromium, chromium-driver)";
		if (!Browser.isInstalled()) {
			// Surefire says nothing of a class that is skipped as a whole.
			System.out.println(reason);
		}
		assumeTrue(Browser.isInstalled(), reason);
	}

	@BeforeEach
	void open() {
		SpringApplication sample = new SpringApplication(SampleApplication.class);
		sample.setMainApplicationClass(SampleApplication.class);
		this.application = sample.run("--server.port=0", "--cloudwatch.logs.batch.max-delay=1s",
				"--cloudwatch.logs.retry.max-delay=1s");
		this.browser = Browser.start(false);
		this.browser.open(address());
	}

	private String address() {
		return "http://localhost:" + this.application.getEnvironment().getProperty("local.server.port") + "/";
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.close();
		}
		if (this.application != null) {
			this.application.close();
		}
	}

	@Test
	void aPersonSeesTheLinesArriveTheServiceBreakAndAllOfThemComeAfterIt() {
		this.browser.awaitText("#events", (text) -> text.contains("Started SampleApplication"));
		this.browser.awaitText("#health", "UP"::equals);
		this.browser.photograph("idle");

		this.browser.find("#tenant").sendKeys("acme");
		this.browser.click("[data-action=place]");
		this.browser.click("[data-action=flush]");
		this.browser.awaitText("#events", (text) -> text.contains("Order 1 placed"));
		this.browser.click("[data-action=fail]");
		this.browser.click("[data-action=burst]");
		this.browser.awaitText("#answer", (text) -> text.contains("10,000 lines"));
		this.browser.awaitText("#delivered", (text) -> count(text) > 10_000);
		this.browser.awaitText("#balance", "balance"::equals);
		this.browser.photograph("burst");

		this.browser.click("[data-fault=THROTTLE]");
		this.browser.click("[data-level=ERROR]");
		this.browser.click("[data-action=burst]");
		this.browser.awaitText("#trouble", (text) -> text.contains("throttled"));
		this.browser.awaitText("#health", "DEGRADED"::equals);
		this.browser.awaitText("#pending", (text) -> count(text) > 10_000);
		this.browser.photograph("outage");

		this.browser.click("[data-action=heal]");
		this.browser.click("[data-action=flush]");
		this.browser.awaitText("#answer", (text) -> text.contains("0 left"));
		this.browser.awaitText("#pending", "0"::equals);
		this.browser.awaitText("#trouble", "to CloudWatch Logs"::equals);
		assertThat(this.browser.find("#dropped").getText()).isEqualTo("0");
		this.browser.photograph("healed");
		// The order that fails is answered with 500.
		assertThat(this.browser.errors()).allMatch((error) -> error.contains("/fail"));
	}

	@Test
	void eventsAreFilteredAndUnfolded() {
		for (String level : new String[] { "INFO", "WARN", "ERROR" }) {
			this.browser.click("[data-level=" + level + "]");
		}
		this.browser.click("[data-action=flush]");
		this.browser.awaitText("#events", (text) -> text.contains("A line at ERROR"));
		this.browser.find("#level").sendKeys("WARN");
		this.browser.find("#text").sendKeys("a line at");
		this.browser.awaitText("#events", (text) -> text.lines().count() > 1 && !text.contains("A line at INFO"));
		assertThat(this.browser.find("#events").getText()).contains("A line at WARN", "A line at ERROR");
		this.browser.click("li:not([hidden]) summary");
		this.browser.awaitText("li:not([hidden]) pre", (text) -> text.contains("\"button\": \"error\""));
		this.browser.photograph("unfolded");
	}

	@Test
	void aStreamThatIsDeletedComesBack() {
		this.browser.awaitText("#events", (text) -> text.contains("Started SampleApplication"));
		this.browser.click("[data-action=delete]");
		this.browser.awaitText("#answer", (text) -> text.contains("deleted"));
		this.browser.click("[data-level=WARN]");
		this.browser.click("[data-action=flush]");
		this.browser.awaitText("#events", (text) -> text.contains("A line at WARN"));
		this.browser.awaitText("#health", "UP"::equals);
	}

	@Test
	void everythingIsReachedByTheKeyboard() {
		this.browser.find("body").sendKeys(Keys.TAB);
		int buttons = this.browser.findAll("button:not(:disabled)").size();
		assertThat(buttons).isGreaterThan(10);
		assertThat(this.browser.findAll("button:not(:disabled)[tabindex='-1']")).isEmpty();
		this.browser.find("[data-level=ERROR]").sendKeys(Keys.ENTER);
		this.browser.awaitText("#answer", (text) -> text.contains("A line at ERROR is logged"));
	}

	@Test
	void itIsDarkForThoseWhoLikeItDark() {
		try (Browser dark = Browser.start(true)) {
			dark.open(address());
			dark.awaitText("#health", "UP"::equals);
			dark.photograph("dark");
			assertThat(dark.find("body").getCssValue("background-color"))
				.isNotEqualTo(this.browser.find("body").getCssValue("background-color"));
		}
	}

	private static long count(String text) {
		return Long.parseLong(text.replace(",", ""));
	}

}
