"""The script that the editor shows to whoever chooses a language."""

SCRIPTS = {
    "python": "print('Hello from Python')\n",
    "node": "console.log('Hello from Node.js');\n",
    "ruby": "puts 'Hello from Ruby'\n",
    "go": """\
package main

import "fmt"

func main() {
\tfmt.Println("Hello from Go")
}
""",
    "bash": "echo 'Hello from Bash'\n",
}
