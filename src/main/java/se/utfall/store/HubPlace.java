package se.utfall.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import se.utfall.store.StoreRefusedException.Code;

/**
 * The place of the one hub that works on a PostgreSQL database, held by a session of its own. A hub whose session was lost can be followed by another;
 * from then on its own writing is refused, whatever it believes.
 */
final class HubPlace implements AutoCloseable {
    private final Connection session;

    private HubPlace(Connection session) {
        this.session = session;
    }

    /** Takes it or throws {@link StoreRefusedException}. */
    static HubPlace take(StoreSettings settings) {
        try {
            Connection session = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
            if (!locked(session)) {
                session.close();
                throw new StoreRefusedException(Code.HELD);
            }
            return new HubPlace(session);
        } catch (SQLException e) {
            throw new StoreRefusedException(Code.UNREACHABLE, e);
        }
    }

    private static boolean locked(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(Postgres.SESSION);
            try (ResultSet answer = statement.executeQuery(Postgres.TAKE_PLACE)) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException e) {
            throw new StoreRefusedException(Code.UNREACHABLE, e);
        }
    }
}
