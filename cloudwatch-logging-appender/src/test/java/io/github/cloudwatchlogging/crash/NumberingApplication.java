package io.github.cloudwatchlogging.crash;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

import io.github.cloudwatchlogging.endtoend.LogbackApplication;
import io.github.cloudwatchlogging.ledger.Balance;
import io.github.cloudwatchlogging.logback.CloudWatchAppender;
import org.slf4j.Logger;

/**
 * An application whose threads log numbered events as fast as they can. Each number goes
 * to the standard output after its log call has returned. Reads from the standard input
 * how many events each thread is to log, with how much padding; stops its Logback and
 * ends with the input's end.
 */
final class NumberingApplication {

	static final int CALLERS = 4;

	static final int REPORT_BYTES = 8;

	static final int EXIT_AFTER_AN_EXCEPTION = 70;

	static final String LEDGER = "Ledger: ";

	static final String BALANCED = "balanced";

	private NumberingApplication() {
	}

	/**
	 * Runs the application.
	 * @param arguments its number among the processes of a test, the server's endpoint
	 * and Region, and the options of its appender
	 */
	public static void main(String[] arguments) throws Exception {
		LogbackApplication application = LogbackApplication.start(URI.create(arguments[1]), arguments[2],
				"<accessKey>key</accessKey><secretKey>secret</secretKey>", arguments[3]);
		CloudWatchAppender appender = application.appender();
		if (!appender.isStarted()) {
			throw new IllegalStateException("The appender has not started");
		}
		Logger logger = application.logger("numbers");
		List<Caller> callers = IntStream.range(0, CALLERS)
			.mapToObj((number) -> new Caller(logger, arguments[0], number))
			.toList();
		callers.forEach(Thread::start);
		BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String order = orders.readLine(); order != null; order = orders.readLine()) {
			String[] words = order.split(" ", 2);
			Order next = new Order(Integer.parseInt(words[0]), "x".repeat(Integer.parseInt(words[1])));
			callers.forEach((caller) -> caller.orders.add(next));
		}
		for (Caller caller : callers) {
			caller.orders.add(Order.END);
			caller.join();
		}
		application.close();
		Balance balance = appender.snapshot().balance();
		System.err.println(LEDGER + (balance.isBalanced() ? BALANCED : "broken") + ", " + balance);
	}

	/**
	 * What each thread is to log.
	 *
	 * @param events how many events; none to end
	 * @param padding what follows the number in each message
	 */
	private record Order(int events, String padding) {

		static final Order END = new Order(0, "");

	}

	/**
	 * A thread that logs. It ends the process, and thereby the test, when anything is
	 * thrown at it.
	 */
	private static final class Caller extends Thread {

		private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();

		// Without a buffer: what was written when the process is killed has arrived.
		private final OutputStream report = new FileOutputStream(FileDescriptor.out);

		private final Logger logger;

		private final String process;

		private final int number;

		private int logged;

		Caller(Logger logger, String process, int number) {
			this.logger = logger;
			this.process = process;
			this.number = number;
		}

		@Override
		public void run() {
			try {
				for (Order order = this.orders.take(); order.events() > 0; order = this.orders.take()) {
					log(order);
				}
			}
			catch (Throwable ex) {
				ex.printStackTrace();
				Runtime.getRuntime().halt(EXIT_AFTER_AN_EXCEPTION);
			}
		}

		private void log(Order order) {
			for (int event = 0; event < order.events(); event++) {
				this.logger.info(this.process + " " + this.number + " " + this.logged + " " + order.padding());
				report();
				this.logged++;
			}
		}

		private void report() {
			try {
				// One call of the system, which a pipe takes whole.
				this.report.write(ByteBuffer.allocate(REPORT_BYTES).putInt(this.number).putInt(this.logged).array());
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
